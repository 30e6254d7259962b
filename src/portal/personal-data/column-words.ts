import { formatDate, formatDateTime } from '../../platform/text/format.ts'
import type { Lang, Text } from '../../platform/text/texts.ts'

/** What the columns are called to those who read about themselves. What is not here is shown by its own name. */
const called: Readonly<Record<string, Text>> = {
  name: { nb: 'Navn', nn: 'Namn', en: 'Name' }, language: { nb: 'Språk', nn: 'Språk', en: 'Language' }, administrator: { nb: 'Administrator', nn: 'Administrator', en: 'Administrator' },
  created_at: { nb: 'Laget', nn: 'Laga', en: 'Made' }, changed_at: { nb: 'Endret', nn: 'Endra', en: 'Changed' }, removed_at: { nb: 'Tatt bort', nn: 'Teke bort', en: 'Removed' }, at: { nb: 'Når', nn: 'Når', en: 'When' },
  sent_at: { nb: 'Sendt', nn: 'Sendt', en: 'Sent' }, expires_at: { nb: 'Virker til', nn: 'Verkar til', en: 'Works until' }, last_day: { nb: 'Siste dag', nn: 'Siste dag', en: 'Last day' }, valid_from: { nb: 'Fra', nn: 'Frå', en: 'From' }, valid_to: { nb: 'Til', nn: 'Til', en: 'To' },
  provider: { nb: 'Måte', nn: 'Måte', en: 'Way' }, subject: { nb: 'Emne eller adresse', nn: 'Emne eller adresse', en: 'Subject or address' }, email: { nb: 'E-post', nn: 'E-post', en: 'E-mail' }, phone: { nb: 'Telefon', nn: 'Telefon', en: 'Telephone' }, help: { nb: 'Kan hjelpe med', nn: 'Kan hjelpe med', en: 'Can help with' },
  topics: { nb: 'Emner', nn: 'Emne', en: 'Topics' }, role: { nb: 'Rolle', nn: 'Rolle', en: 'Role' }, workspace: { nb: 'Arbeidsrom', nn: 'Arbeidsrom', en: 'Workspace' }, organisation: { nb: 'Organisasjon', nn: 'Organisasjon', en: 'Organisation' }, title: { nb: 'Tittel', nn: 'Tittel', en: 'Title' },
  kind: { nb: 'Type', nn: 'Type', en: 'Type' }, number: { nb: 'Nummer', nn: 'Nummer', en: 'Number' }, state: { nb: 'Status', nn: 'Status', en: 'State' }, what: { nb: 'Hva', nn: 'Kva', en: 'What' }, body: { nb: 'Innhold', nn: 'Innhald', en: 'Contents' }, via: { nb: 'Hvordan', nn: 'Korleis', en: 'How' },
  recipient: { nb: 'Mottaker', nn: 'Mottakar', en: 'Recipient' }, text: { nb: 'Tekst', nn: 'Tekst', en: 'Text' }, note: { nb: 'Merknad', nn: 'Merknad', en: 'Note' }, reason: { nb: 'Begrunnelse', nn: 'Grunngiving', en: 'Reason' }, size: { nb: 'Størrelse i byte', nn: 'Storleik i byte', en: 'Size in bytes' },
  media_type: { nb: 'Filtype', nn: 'Filtype', en: 'File type' }, uploaded_at: { nb: 'Lastet opp', nn: 'Lasta opp', en: 'Uploaded' }, purpose: { nb: 'Formål', nn: 'Føremål', en: 'Purpose' }, latest: { nb: 'Sist', nn: 'Sist', en: 'Latest' }, since: { nb: 'Siden', nn: 'Sidan', en: 'Since' }, answers: { nb: 'Svar', nn: 'Svar', en: 'Answers' },
  part: { nb: 'Hva', nn: 'Kva', en: 'What' }, shown_to: { nb: 'Vises til', nn: 'Blir vist til', en: 'Shown to' }, form: { nb: 'Skjema', nn: 'Skjema', en: 'Form' }, due_at: { nb: 'Frist', nn: 'Frist', en: 'Due' }, asked_at: { nb: 'Spurt', nn: 'Spurd', en: 'Asked' }, invited_at: { nb: 'Invitert', nn: 'Invitert', en: 'Invited' },
}

export const columnCalled = (column: string, lang: Lang): string => called[column]?.[lang] ?? column.replaceAll('_', ' ')

/** Ids and codes that a person cannot read are left to the JSON file. */
export const isReadable = (column: string, value: unknown): boolean => value !== null && value !== '' && !/(^|_)id$|^version$|^place$|^search/.test(column) && !(Array.isArray(value) && value.length === 0)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as one reads it: days and times in the reader's way, what has parts as «part: value». */
export function readable(value: unknown, lang: Lang, words: { yes: string; no: string }): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map((one) => readable(one, lang, words)).join(', ')
  if (isObject(value)) return Object.entries(value).filter(([key, part]) => isReadable(key, part)).map(([key, part]) => `${columnCalled(key, lang)}: ${readable(part, lang, words)}`).join('; ')
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, lang)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)) return formatDateTime(Temporal.Instant.from(value), lang)
  return value
}
