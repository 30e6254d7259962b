import { itemPart } from '../../../../platform/item/manifest.ts'
import { formatNumber } from '../../../../platform/text/format.ts'
import { Heading, State } from '../../../../ui/index.ts'
import { challenge } from '../../challenge/challenge.ts'
import { latestOf } from '../shown.store.ts'
import { agreementOf, fewest } from '../spread.ts'
import { shapes } from './picture-parts.tsx'
import { picturesPath } from './paths.ts'
import { pictureWords } from './picture.words.ts'

/** On a challenge's page: how the partners saw it together the last time they were asked. For members, who may read the round. */
export const picturePart = itemPart<Awaited<ReturnType<typeof latestOf>>>({
  kind: challenge.name,
  load: async (request, workspace, item) => (request.viewer.memberships.some((one) => one.workspaceId === workspace.id) ? latestOf(request.db, item.id) : null),
  view: (latest, { request: { lang }, workspace, item }) => {
    if (!latest) return null
    const w = pictureWords[lang]
    const { spread } = latest
    const agreement = spread && agreementOf(spread.dispersion)
    return (
      <section class="item-rows" aria-labelledby="felles-bilde">
        <Heading level={2} id="felles-bilde">{w.rounds}</Heading>
        {spread && agreement ? <p><State lang={lang} kind={shapes[agreement]}>{w.agreement[agreement]}</State> {w.summary(formatNumber(spread.median, lang, { decimals: 1 }), spread.n)}</p> : <p>{w.tooFew(fewest)}</p>}
        <p><a href={`${picturesPath(workspace, latest.number)}#utfordring-${item.number}`}>{latest.title}</a></p>
      </section>
    )
  },
})
