import { createHash } from 'node:crypto';
import { reporter, type Finding, type Report } from './finding.ts';
import type { ZipEntry } from './zip-entries.ts';

/** RFC 3339 section 5.6. */
export const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

type Json = Record<string, unknown>;

/** An entry as a JSON object, or null with a finding. */
export function jsonObject(data: Buffer, report: Report): Json | null {
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
    report('json', 'not an object');
  } catch (error) {
    report('json', String(error));
  }
  return null;
}

/** WACZ 1.1.1, "datapackage.json" and "datapackage-digest.json": the manifest against every other file in the zip. */
export function checkDatapackage(entries: ZipEntry[], findings: Finding[]): Json | null {
  const report = reporter(findings, 'datapackage.json');
  const entry = entries.find(({ name }) => name === 'datapackage.json');
  if (!entry) {
    report('datapackage-missing', 'it must be at the root');
    return null;
  }
  const manifest = jsonObject(entry.data, report);
  if (!manifest) return null;
  if (manifest['profile'] !== 'data-package') report('profile', `${String(manifest['profile'])} is not data-package`);
  if (manifest['wacz_version'] !== '1.1.1') report('wacz-version', String(manifest['wacz_version']));
  for (const key of ['created', 'modified', 'mainPageDate'])
    if (manifest[key] !== undefined && !rfc3339.test(String(manifest[key]))) report('datapackage-date', `${key}: ${String(manifest[key])}`);
  checkResources(Array.isArray(manifest['resources']) ? (manifest['resources'] as Json[]) : null, entries, findings);
  checkDigestFile(entry, entries, findings);
  return manifest;
}

function checkResources(resources: Json[] | null, entries: ZipEntry[], findings: Finding[]): void {
  if (!resources) return reporter(findings, 'datapackage.json')('resources', 'there is no list of resources');
  const names = resources.map((one) => one['name']);
  for (const resource of resources) {
    const path = String(resource['path']);
    const report = reporter(findings, path);
    if (typeof resource['name'] !== 'string' || resource['name'] === '') report('resource-name', 'it has no name');
    if (names.filter((name) => name === resource['name']).length > 1)
      report('resource-name', `another is also named ${String(resource['name'])}`);
    const entry = entries.find(({ name }) => name === path);
    if (!entry) {
      report('resource-missing', 'it is listed and not there');
      continue;
    }
    if (resource['bytes'] !== entry.data.length) report('resource-bytes', `${String(resource['bytes'])}, and it has ${entry.data.length}`);
    if (resource['hash'] !== sha256(entry.data)) report('resource-hash', `${String(resource['hash'])}, and it is ${sha256(entry.data)}`);
  }
  const listed = new Set(resources.map((one) => one['path']));
  for (const { name } of entries)
    if (!listed.has(name) && !name.startsWith('datapackage') && !name.endsWith('/'))
      reporter(findings, name)('resource-unlisted', 'not in resources');
}

function checkDigestFile(manifest: ZipEntry, entries: ZipEntry[], findings: Finding[]): void {
  const report = reporter(findings, 'datapackage-digest.json');
  const entry = entries.find(({ name }) => name === 'datapackage-digest.json');
  // The standard says SHOULD; evidence is better with it.
  if (!entry) return report('digest-missing', 'the manifest is not sealed by it');
  const digest = jsonObject(entry.data, report);
  if (!digest) return;
  if (digest['path'] !== 'datapackage.json') report('digest-path', String(digest['path']));
  if (digest['hash'] !== sha256(manifest.data)) report('digest-hash', `${String(digest['hash'])}, and it is ${sha256(manifest.data)}`);
}

const sha256 = (data: Buffer) => `sha256:${createHash('sha256').update(data).digest('hex')}`;
