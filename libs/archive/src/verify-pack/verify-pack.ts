import { createHash } from 'node:crypto';
import type { Anchor, ChainLink } from '@ducha/audit';
import { Fault } from '@ducha/kernel';
import { archiveFault } from '../archive-faults.js';
import { manifestPath } from '../backup/manifest.js';
import { chainPath, indexPath } from '../case-file/case-parts.js';
import type { CaseRecord } from '../case-file/case-record.js';
import { checkSeal } from '../zip/seal.js';
import { ZipReader } from '../zip/zip-reader.js';
import type { WrittenPart } from '../zip/zip-writer.js';
import { checkChain } from './check-chain.js';
import type { PackCheck, PackFinding } from './pack-finding.js';

const longestText = 512 * 1024 * 1024;

interface PackManifest {
  readonly kind: string;
  readonly format: number;
  readonly parts: readonly WrittenPart[];
}

/**
 * Checks a case file without any database: every part by its digest, the acts by their links in the audit chain, the papers
 * by the acts that stored them, and the links by anchors that were kept elsewhere.
 * @throws Fault `archive.fileMissing`, `archive.notWhole`, `archive.otherKind`, `archive.wrongVersion`, `archive.missingPart`
 *   when it cannot be read as a case file at all
 */
export async function verifyPack(file: string, anchors: readonly Anchor[] = []): Promise<PackCheck> {
  const seal = await checkSeal(file).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Fault && error.code === 'archive.changed') return 'broken';
      throw error;
    },
  );
  const zip = await ZipReader.open(file);
  try {
    const text = await zip.text(manifestPath, longestText);
    const manifest = manifestOf(text);
    const findings = await checkParts(zip, manifest);
    const record = await read<CaseRecord>(zip, indexPath, findings);
    const links = (await read<ChainLink[]>(zip, chainPath, findings)) ?? [];
    if (record) findings.push(...chainOf(record, links, anchors, manifest));
    if (seal !== null && findings.length === 0) findings.push({ kind: 'sealBroken', where: file });
    const matched = anchors.filter(({ seq, hash }) => links.some((link) => link.seq === seq && link.hash === hash));
    return {
      title: record?.matter.title ?? '',
      parts: manifest.parts.length,
      acts: record?.acts.length ?? 0,
      links: links.length,
      unlinked: record?.acts.filter((act) => act.seq === null).length ?? 0,
      anchorsMatched: matched.length,
      manifestSha256: createHash('sha256').update(text).digest('hex'),
      findings,
    };
  } finally {
    zip.close();
  }
}

function manifestOf(text: string): PackManifest {
  try {
    const manifest = JSON.parse(text) as PackManifest; // boundary: checked below
    if (manifest.kind !== 'ducha-case-file') throw archiveFault('otherKind', { kind: manifest.kind });
    if (manifest.format !== 1) throw archiveFault('wrongVersion', { format: manifest.format });
    if (Array.isArray(manifest.parts)) return manifest;
  } catch (error) {
    if (error instanceof Fault) throw error;
  }
  throw archiveFault('partDiffers', { part: manifestPath });
}

async function checkParts(zip: ZipReader, { parts }: PackManifest): Promise<PackFinding[]> {
  const found: PackFinding[] = [];
  const there = new Set(zip.paths);
  there.delete(manifestPath);
  for (const part of parts) {
    if (!there.delete(part.path)) {
      found.push({ kind: 'missing', where: part.path });
      continue;
    }
    const measured = await zip.measure(part.path);
    if (measured?.sha256 !== part.sha256) found.push({ kind: 'changed', where: part.path });
  }
  for (const path of there) found.push({ kind: 'added', where: path });
  return found;
}

/** A part that is gone or no JSON is a finding, not the end of the check. */
async function read<T>(zip: ZipReader, path: string, findings: PackFinding[]): Promise<T | undefined> {
  try {
    // boundary: what this product wrote; where it was changed since, the comparison below says so
    return JSON.parse(await zip.text(path, longestText)) as T;
  } catch {
    findings.push({ kind: 'notReadable', where: path });
    return undefined;
  }
}

function chainOf(
  record: CaseRecord,
  links: readonly ChainLink[],
  anchors: readonly Anchor[],
  manifest: PackManifest,
): PackFinding[] {
  try {
    return [...papersOf(record, manifest), ...checkChain(record, links, anchors)];
  } catch {
    return [{ kind: 'notReadable', where: indexPath }];
  }
}

/** The record knows its papers by their digest: a manifest that was written anew says another one. */
function papersOf({ papers }: CaseRecord, { parts }: PackManifest): PackFinding[] {
  const digests = new Map(parts.map(({ path, sha256 }) => [path, sha256]));
  return papers.flatMap(({ path, key }): PackFinding[] => {
    if (digests.get(path) === key) return [];
    return [{ kind: digests.has(path) ? 'changed' : 'missing', where: path }];
  });
}
