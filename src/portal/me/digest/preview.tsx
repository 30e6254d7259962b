import type { Child } from 'hono/jsx'
import type { Request } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { choiceOf, heldFor, mailBody } from '../../../platform/mail/mail.ts'
import { Heading, Prose } from '../../../ui/index.ts'
import { summaryFor } from '../summary.ts'
import { digestContent } from './digest.ts'
import { digestWords } from './digest.words.ts'

/** The mail of the week as it would be now, of the last seven days; also for one who has said no to it, to see what it is. */
export const digestPreview = (catalogue: Catalogue) => async ({ db, viewer, now, lang, platform: { config, passKey } }: Request, personId: string): Promise<Child> => {
  const w = digestWords[lang]
  const span = { since: now.subtract({ hours: 7 * 24 }), until: now.add({ seconds: 1 }) }
  const [choice, held] = [await choiceOf(db, personId), await heldFor(db, personId, now)]
  const summary = await summaryFor(db, { catalogue, passKey }, viewer, { news: span, outcomes: span }, now)
  const content = digestContent(summary, held, { ...choice, digest: true }, { lang, baseUrl: config.baseUrl, catalogue, now })
  return (
    <section>
      <Heading level={2}>{w.preview}</Heading>
      {content ? <Prose text={mailBody(content).text} /> : <p>{w.previewNone}</p>}
    </section>
  )
}
