import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { spreadsheetFault } from '../../spreadsheet-faults.js';

/** What a reader of one XML part wants to hear. Names come without namespace prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** One part of a workbook: its name in the archive and its inflated bytes. */
export interface PartStream {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

const maxDepth = 64;

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function decoderFor(first: Uint8Array): TextDecoder {
  const utf16 =
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return new TextDecoder(utf16 ?? 'utf-8', { fatal: true });
}

/**
 * Feeds XML to a well-formedness checking parser, yielding after each chunk so that the caller can pass rows on.
 * Documents with a DOCTYPE are refused before any entity could matter; a run of input without a single event
 * (one endless text, attribute or comment) is cut off at `maxRunLength`, so memory stays bounded whatever is sent.
 * @param where  facts about the place being read, added to a refusal (sheet, row, column)
 * @throws Fault `spreadsheet.documentType`, `spreadsheet.malformed`, `spreadsheet.cellTooLong`
 */
export async function* scanXml(
  part: PartStream,
  events: XmlEvents,
  maxRunLength: number,
  where: () => Record<string, unknown> = () => ({}),
): AsyncGenerator<void> {
  const scan = new Scan(part.name, events, maxRunLength, where);
  for await (const chunk of part.chunks) {
    scan.write(chunk);
    yield;
  }
  scan.end();
}

/** Reads a small part to its end. */
export async function readXml(part: PartStream, events: XmlEvents, maxRunLength: number): Promise<void> {
  const chunks = scanXml(part, events, maxRunLength);
  for (let next = await chunks.next(); !next.done; next = await chunks.next());
}

class Scan {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  #decoder: TextDecoder | undefined;
  #depth = 0;
  #run = 0;

  constructor(
    readonly part: string,
    events: XmlEvents,
    readonly maxRunLength: number,
    readonly where: () => Record<string, unknown>,
  ) {
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw spreadsheetFault('documentType', { part });
    });
    parser.on('error', (cause) => this.#refuse(cause.message));
    parser.on('opentag', ({ name, attributes }) => {
      this.#run = 0;
      if (++this.#depth > maxDepth) this.#refuse('nested too deeply');
      events.open(localName(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.#run = 0;
      this.#depth -= 1;
      events.close(localName(name));
    });
    parser.on('text', (text) => events.text(text));
    parser.on('cdata', (text) => events.text(text));
  }

  write(chunk: Uint8Array): void {
    this.#decoder ??= decoderFor(chunk);
    const text = this.#decode(chunk, true);
    this.#run += text.length;
    this.#parser.write(text);
    if (this.#run > this.maxRunLength) throw spreadsheetFault('cellTooLong', { part: this.part, ...this.where() });
  }

  end(): void {
    this.#parser.write(this.#decode(new Uint8Array(), false));
    this.#parser.close();
  }

  #decode(chunk: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder?.decode(chunk, { stream }) ?? '';
    } catch {
      return this.#refuse('not Unicode');
    }
  }

  #refuse(reason: string): never {
    throw spreadsheetFault('malformed', { part: this.part, reason, ...this.where() });
  }
}
