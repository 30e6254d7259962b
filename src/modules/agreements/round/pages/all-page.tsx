import { type Access, page, type Page } from '../../../../platform/http/page.ts'
import { ButtonLink, Heading, Tag } from '../../../../ui/index.ts'
import { readShown, type Shown } from '../shown.store.ts'
import type { Answering } from './answer.access.ts'
import { answerWords } from './answer.words.ts'
import { ShownParts } from './shown-parts.tsx'

/** What everybody expects and offers, for those who were asked, when it was said that they would see it. */
export const allPage = (path: string, access: Access<Answering>): Page =>
  page<Answering, Shown>({
    path: `${path}/alle`,
    access,
    bare: true,
    width: 'wide',
    styles: ['status.page.css', 'expectation.page.css'],
    load: async (request, { question: { round }, phase }) => (round.shownTo === 'asked' && phase !== 'revoked' ? readShown(request.db, round) : null),
    title: (_, request) => answerWords[request.lang].allTitle,
    view: (shown, request, { base, question: { workspace } }) => {
      const w = answerWords[request.lang]
      return (
        <>
          <p class="kind-line">{workspace.title} {workspace.example ? <Tag>{w.example}</Tag> : null}</p>
          <Heading level={1}>{w.allTitle}</Heading>
          <p><ButtonLink href={base} variant="quiet">{w.toStart}</ButtonLink></p>
          <ShownParts shown={shown} request={request} replyHref={null} />
        </>
      )
    },
  })
