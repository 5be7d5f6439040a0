/** Loaded into a measured process by `--import`: tells at its end the most memory it had in RAM. */
import { writeSync } from 'node:fs';
import { peakMemoryMb } from '../../kit/peak-memory.mjs';

process.once('exit', () => writeSync(1, `\npeak-memory-mb ${peakMemoryMb()}\n`));
