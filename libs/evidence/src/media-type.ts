import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { evidenceFault } from './evidence-faults.js';

/** What may be kept. Nothing here is executed by a browser when it is served as attachment with nosniff. */
const accepted = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/x-cfb',
  'video/mp4',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/wav',
  'text/plain',
]);

const headBytes = 4_096;

/**
 * The media type of a file by its content, whatever its name says.
 * @throws Fault `evidence.typeRefused`
 */
export async function mediaTypeOf(path: string): Promise<string> {
  const sniffed = await fileTypeFromFile(path);
  const type = sniffed?.mime ?? ((await isPlainText(path)) ? 'text/plain' : undefined);
  if (type === undefined || !accepted.has(type)) throw evidenceFault('typeRefused', { mediaType: type ?? null });
  return type;
}

/** Text without control characters and without markup that a browser would run. */
async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead), { stream: true });
    const controls = [...head].some((letter) => letter < ' ' && !'\t\n\r'.includes(letter));
    return !controls && !/<\s*(!doctype|html|script|svg|\?xml)/i.test(head);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
