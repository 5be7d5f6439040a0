export { FoundingModule } from './founding.module.js';
export { SetupLinks } from './usecases/setup-links.js';
