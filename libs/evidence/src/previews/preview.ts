import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';

/** Pictures of which there is a small one. */
export const picturesShown: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** The longest side: a thumbnail of at most 120 px on a screen of three times that density. */
const longestSide = 360;
/** What a phone's camera makes, and no bomb of a few bytes that unfolds to gigabytes. */
const mostPixels = 120_000_000;
const atOnce = 2;

// one picture takes one core: whoever opens a page of thirty photos must not keep everybody else waiting
sharp.concurrency(1);
sharp.cache(false);

const waiting: (() => void)[] = [];
let working = 0;

/**
 * A small JPEG of a picture, upright and without what the camera wrote into it (place, time, device).
 * @returns undefined for bytes that no decoder understands: they are evidence all the same
 */
export async function previewOf(picture: Readable): Promise<Buffer | undefined> {
  if (working >= atOnce) await new Promise<void>((turn) => waiting.push(turn));
  else working += 1;
  try {
    return await shrunk(picture);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}

async function shrunk(picture: Readable): Promise<Buffer | undefined> {
  const small = sharp({ limitInputPixels: mostPixels, sequentialRead: true })
    .autoOrient()
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 72 });
  const [made, sent] = await Promise.allSettled([small.toBuffer(), pipeline(picture, small, { end: true })]);
  // a decoder that gives up closes the stream; a store that fails is told by the store
  if (made.status === 'fulfilled') return made.value;
  if (sent.status === 'rejected' && picture.errored !== null) throw sent.reason;
  return undefined;
}
