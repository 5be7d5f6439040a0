import { open } from 'node:fs/promises';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
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
 * @param file  its path, or all its bytes
 * @throws Fault `evidence.typeRefused`
 */
export async function mediaTypeOf(file: string | Buffer): Promise<string> {
  const sniffed = await (typeof file === 'string' ? fileTypeFromFile(file) : fileTypeFromBuffer(file));
  const type = sniffed?.mime ?? ((await isPlainText(file)) ? 'text/plain' : undefined);
  if (type === undefined || !accepted.has(type)) throw evidenceFault('typeRefused', { mediaType: type ?? null });
  return type;
}

/** Text without control characters and without markup that a browser would run. */
async function isPlainText(file: string | Buffer): Promise<boolean> {
  try {
    const start = typeof file === 'string' ? await startOf(file) : file.subarray(0, headBytes);
    const head = new TextDecoder('utf-8').decode(start, { stream: true });
    const controls = [...head].some((letter) => letter < ' ' && !'\t\n\r'.includes(letter));
    return !controls && !/<\s*(!doctype|html|script|svg|\?xml)/i.test(head);
  } catch {
    return false;
  }
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
