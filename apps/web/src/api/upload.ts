import { uuidv7 } from 'uuidv7';
import { address } from './client';
import { Problem, problemFrom } from './problem';

interface Upload {
  path: string;
  fields: Record<string, string | Blob>;
  language: string;
  /** Share sent so far, 0 to 100. */
  onProgress: (percent: number) => void;
}

/** Sends a multipart form with progress (fetch cannot tell it). @throws Problem like every other call */
export function upload<T>({ path, fields, language, onProgress }: Upload): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path));
    request.setRequestHeader('Idempotency-Key', uuidv7());
    request.setRequestHeader('Accept-Language', language);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onerror = () => reject(new Problem(0, 'web.unreachable', ''));
    request.onload = () => {
      const body = bodyOf(request);
      if (request.status >= 200 && request.status < 300) resolve(asAnswer<T>(body));
      else reject(problemFrom(request.status, body));
    };
    request.send(form);
  });
}

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return undefined;
  }
}

function asAnswer<T>(body: unknown): T {
  // boundary: the API document says what this endpoint answers
  return body as T;
}
