import type { PartContext } from '../../../platform/item/manifest.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { type Column, DataTable, Heading, State } from '../../../ui/index.ts'
import { organisationLink } from '../../actors/index.ts'
import { type ArenaMember, byRole } from './arena-member.ts'
import { memberWords } from './arena.words.ts'
import type { Attendance } from './attendance.store.ts'

/** Whoever has been called at least so often and never came is told of as such; once or twice says little. */
const oftenEnough = 3

const words = texts({
  nb: {
    heading: 'Hvem møter', lead: 'De siste tolv månedene, i møter med godkjent referat. De som møter sjeldnest, står først.', who: 'Organisasjon', came: 'Møtte', of: (came: number, meetings: number) => `${came} av ${meetings}`,
    word: 'Meldte forfall', last: 'Sist', never: 'Har ikke møtt',
  },
  nn: {
    heading: 'Kven møter', lead: 'Dei siste tolv månadene, i møte med godkjent referat. Dei som møter sjeldnast, står først.', who: 'Organisasjon', came: 'Møtte', of: (came: number, meetings: number) => `${came} av ${meetings}`,
    word: 'Melde forfall', last: 'Sist', never: 'Har ikkje møtt',
  },
  en: {
    heading: 'Who comes', lead: 'The last twelve months, in meetings with approved minutes. Those who come least stand first.', who: 'Organisation', came: 'Came', of: (came: number, meetings: number) => `${came} of ${meetings}`,
    word: 'Sent word', last: 'Last', never: 'Has not come',
  },
})

/** Who comes to an arena and who never does, by organisation and what it is there. */
export const AttendanceTable = ({ rows, members, context: { request: { lang } } }: { rows: readonly Attendance[]; members: readonly ArenaMember[]; context: PartContext }) => {
  const w = words[lang]
  const roleOf = (id: string) => { const own = members.filter((one) => one.organisationId === id).toSorted(byRole)[0]; return own ? memberWords[lang].roles[own.role] : '' }
  const columns: Column<Attendance>[] = [
    { key: 'who', header: w.who, rowHeader: true, cell: (one) => <a href={organisationLink(one.organisationId)}>{one.organisation}</a> },
    { key: 'role', header: memberWords[lang].role, cell: (one) => roleOf(one.organisationId) },
    { key: 'came', header: w.came, cell: (one) => <>{w.of(one.came, one.meetings)}{one.came === 0 && one.meetings >= oftenEnough ? <div><State lang={lang} kind="watch">{w.never}</State></div> : null}</> },
    { key: 'word', header: w.word, align: 'number', cell: (one) => String(one.sentWord) },
    { key: 'last', header: w.last, cell: (one) => (one.last ? formatDate(one.last, lang) : '') },
  ]
  return (
    <section class="item-rows" aria-labelledby="oppmote">
      <Heading level={2} id="oppmote">{w.heading}</Heading>
      <p class="hint">{w.lead}</p>
      <DataTable lang={lang} caption={w.heading} captionHidden columns={columns} rows={rows} />
    </section>
  )
}
