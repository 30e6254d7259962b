import { strToU8, zipSync } from 'fflate'
import { escapeHtml } from '../../../platform/text/escape.ts'
import type { Paper } from '../agenda/agenda.store.ts'
import { momentOf } from '../meeting/when.ts'
import type { Minutes } from './minutes-document.ts'

/** What an archive needs to know of a meeting, in the same words in JSON and XML. Days as YYYY-MM-DD, clocks as HH:MM in Oslo. */
export function metadataOf({ workspace, item, whole, outcomes }: Minutes, papers: readonly (Paper & { path: string })[]) {
  const { heldOn, startsAt, endsAt, venue } = momentOf(item)
  const text = (name: string) => (typeof item.fields[name] === 'string' ? item.fields[name] : null)
  return {
    tittel: item.title, arbeidsrom: workspace.title, eksempel: workspace.example, arena: whole.arena?.title ?? null, motenummer: item.number, dato: heldOn, fra: startsAt, til: endsAt, sted: venue, saksnummer: text('case_number'), status: item.state,
    sendtTilGodkjenning: text('approval_asked_on'), godkjent: text('approved_on'), fortIArkivet: text('archived_on'), versjon: item.version,
    deltakere: whole.invitees.map((one) => ({ navn: one.name, organisasjon: one.organisation, oppmote: one.attended })),
    saker: whole.points.map((point, i) => ({
      nummer: i + 1, tittel: point.title, type: point.kind, referat: point.said,
      utfall: whole.outcomes.filter((one) => one.pointNumber === point.number).flatMap((one) => { const head = outcomes.get(one.outcomeId); return head ? [{ type: head.kind === 'decision' ? 'vedtak' : 'oppgave', nummer: head.number, tittel: head.title }] : [] }),
      papirer: papers.filter((one) => one.pointNumber === point.number).map((one) => one.path),
    })),
    papirer: papers.filter((one) => one.pointNumber === null).map((one) => one.path),
  }
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

/** The same as XML: each name an element, each of a list one called «ett». What XML 1.0 cannot hold is left out. */
export function xmlOf(name: string, value: Value): string {
  if (value === null) return `<${name}/>`
  if (Array.isArray(value)) return `<${name}>${value.map((one: Value) => xmlOf('ett', one)).join('')}</${name}>`
  if (typeof value === 'object') return `<${name}>${Object.entries(value).map(([key, inner]) => xmlOf(key, inner)).join('')}</${name}>`
  return `<${name}>${escapeHtml(String(value).toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))}</${name}>`
}

/** The package: the minutes as PDF/A, the facts in two forms, and the papers, each under a name of its own. */
export function packageOf(minutes: Minutes, pdf: Uint8Array, papers: readonly (Paper & { path: string; bytes: Uint8Array })[]): Uint8Array {
  const facts = metadataOf(minutes, papers)
  const at = new Date(minutes.now.epochMilliseconds)
  return zipSync({
    'referat.pdf': [pdf, { level: 0 }], 'mote.json': strToU8(`${JSON.stringify(facts, null, 2)}\n`), 'mote.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf('mote', facts)}\n`),
    ...Object.fromEntries(papers.map((one) => [one.path, [one.bytes, { level: 0 }] as const])),
  } as Parameters<typeof zipSync>[0], { mtime: at })
}

/** The name of a paper in the package: its number first, so that two of the same name are two files. */
export const paperPath = (paper: Paper, i: number): string => `papirer/${String(i + 1).padStart(2, '0')}-${paper.fileName.replace(/[/\\\u0000-\u001f:*?"<>|]/g, '-').slice(-120)}`
