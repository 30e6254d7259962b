import { membershipsIn } from '../../../../platform/access/viewer.ts'
import { itemPart } from '../../../../platform/item/manifest.ts'
import { formatDate } from '../../../../platform/text/format.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { ButtonLink, Heading } from '../../../../ui/index.ts'
import { isHeldBy, isOpen } from '../answer.ts'
import { answersTo, type GivenAnswer } from '../answer.store.ts'
import { followUp } from '../follow-up.ts'
import { answerWords } from './answer.words.ts'

/** On a task's page: what has been said of it, and for the one who has it, the way to answer. For members: it names people. */
export const answersPart = itemPart<{ answers: GivenAnswer[] | null; mine: boolean }>({
  kind: followUp.name,
  load: async ({ db, viewer }, workspace, item) => ({
    answers: membershipsIn(viewer, workspace.id).length > 0 ? await answersTo(db, item.id) : null, mine: workspace.state === 'active' && isOpen(item.state) && isHeldBy(viewer, item),
  }),
  view: ({ answers, mine }, { request: { lang }, item }) => {
    if (answers === null) return null
    const w = answerWords[lang]
    return (
      <section>
        <Heading level={2}>{w.answers}</Heading>
        {mine ? <p><ButtonLink href={`/min-side/oppgaver/${item.id}`}>{w.answerIt}</ButtonLink></p> : null}
        {answers.length === 0 ? <p class="hint">{w.noAnswers}</p> : (
          <ul>
            {answers.map((one) => (
              <li>
                <strong>{w.said[one.said]}</strong>{one.givenTo ? `, ${w.givenTo(one.givenTo)}` : ''}{one.note ? `: ${one.note}` : ''}
                <div class="hint">{[one.person ?? w.someone, one.organisation, formatDate(osloDate(one.at), lang), w.channel[one.channel]].filter(Boolean).join(', ')}</div>
              </li>
            ))}
          </ul>
        )}
      </section>
    )
  },
})
