import type { Lang } from '../../../../platform/text/texts.ts'
import { ButtonLink, type Column, DataTable, Heading } from '../../../../ui/index.ts'
import type { Invitee } from '../invitee.store.ts'
import { callWords } from '../call.words.ts'
import { meetingWords } from '../meeting.words.ts'

/** Who is called and what they answered; after the meeting, who was there. For members. */
export const InviteeTable = ({ lang, invitees, held, callHref }: { lang: Lang; invitees: readonly Invitee[]; held: boolean; callHref: string | null }) => {
  const w = meetingWords[lang]
  const c = callWords[lang]
  const columns: Column<Invitee>[] = [
    { key: 'name', header: c.who, rowHeader: true, cell: (one) => one.name },
    { key: 'organisation', header: c.organisation, cell: (one) => one.organisation ?? '' },
    held
      ? { key: 'attended', header: c.attended, cell: (one) => (one.attended ? c.attendances[one.attended] : '') }
      : { key: 'answer', header: c.answer, cell: (one) => (one.answer ? `${c.answers[one.answer]}${one.word ? `: ${one.word}` : ''}` : c.noAnswer) },
  ]
  return (
    <section aria-labelledby="hvem">
      <Heading level={2} id="hvem">{held ? w.attended : w.people}</Heading>
      {invitees.length === 0 ? <p>{w.notCalled}</p> : (
        <>
          {held ? null : <p>{c.tally(count(invitees, 'yes'), count(invitees, 'maybe'), count(invitees, 'no'), invitees.filter((one) => one.answer === null).length)}</p>}
          <DataTable lang={lang} caption={held ? w.attended : w.people} captionHidden columns={columns} rows={invitees} />
        </>
      )}
      {callHref ? <p class="no-print"><ButtonLink href={callHref} small>{w.callLink}</ButtonLink></p> : null}
    </section>
  )
}

const count = (invitees: readonly Invitee[], answer: string): number => invitees.filter((one) => one.answer === answer).length
