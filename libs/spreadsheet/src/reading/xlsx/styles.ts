import { meaningOfFormat, type NumberMeaning } from '../../cells/number-format.js';
import { readXml, type PartStream } from './xml-scan.js';

/** Meaning of a number by the cell's style index (`s`). */
export type Styles = readonly NumberMeaning[];

/** Reads what number formats the cell styles use; fonts, fills and borders are passed over. */
export async function readStyles(part: PartStream, maxRunLength: number): Promise<Styles> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await readXml(
    part,
    {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        else if (name === 'cellXfs') inCells = true;
        else if (name === 'xf' && inCells) formats.push(Number(attributes.numFmtId ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
      text() {},
    },
    maxRunLength,
  );
  return formats.map((id) => meaningOfFormat(id, codes.get(id)));
}
