import { page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { texts } from '../../platform/text/texts.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../modules/workspaces/index.ts'
import { type LooseWords, overviewOf, pictureOfWhole, readWhole, ThreadStrip } from '../../modules/thread/index.ts'
import { Heading, Tag } from '../../ui/index.ts'

const words = texts({
  nb: { thread: 'Tråden', example: 'Eksempel', see: 'Se hele tråden' },
  nn: { thread: 'Tråden', example: 'Døme', see: 'Sjå heile tråden' },
  en: { thread: 'The thread', example: 'Example', see: 'See the whole thread' },
})

/** Answers three questions in this order: what now, does the thread hold, what has happened. */
export const overviewPage = (catalogue: Catalogue, looseWords: LooseWords) =>
  page({
    path: '/arbeidsrom/:workspace',
    access: workspaceReaders,
    load: async (request, { workspace }: InWorkspace) => ({ whole: await readWhole(request, workspace, looseWords) }),
    title: (_, __, { workspace }) => workspace.title,
    view: ({ whole }, request, { workspace }) => {
      const w = words[request.lang]
      return (
        <>
          <Heading level={1}>{workspace.title} {workspace.example ? <Tag>{w.example}</Tag> : null}</Heading>
          <section>
            <Heading level={2}>{w.thread}</Heading>
            <ThreadStrip lang={request.lang} overview={overviewOf(pictureOfWhole(catalogue, workspace, whole, request))} />
            <p><a href={workspacePath(workspace, 'traden')}>{w.see}</a></p>
          </section>
        </>
      )
    },
  })
