export { demonstrationFault } from './demonstration-faults.js';
export { DemonstrationModule } from './demonstration.module.js';
export { LoadDemonstration, type LoadDemonstrationCommand } from './usecases/load-demonstration.js';
export { type DemonstrationLink, DemonstrationLinks } from './usecases/demonstration-links.js';
export { Raid, type RaidOptions } from './play/raid.js';
export { raidPassphrase } from './data/raid.js';
export { play, type Played, type PlayOptions } from './play/play.js';
