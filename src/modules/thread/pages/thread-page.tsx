import { page } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { texts } from '../../../platform/text/texts.ts'
import { Details, Filters, Heading, TextInput } from '../../../ui/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { layOut, ThreadChoices, ThreadLists, ThreadPicture } from '../drawing/index.ts'
import { type LooseWords, pictureOfWhole, readWhole } from '../item/whole.ts'
import { choiceIn, hrefWith } from './choice.ts'

const words = texts({
  nb: { title: 'Tråden', loose: 'Løse tråder', search: 'Ord i titlene', list: 'Vis som liste', example: 'Eksempel', print: 'Tegningen skrives ut på ett A3-ark.', date: 'Dette ser du' },
  nn: { title: 'Tråden', loose: 'Lause trådar', search: 'Ord i titlane', list: 'Vis som liste', example: 'Døme', print: 'Teikninga blir skriven ut på eitt A3-ark.', date: 'Dette ser du' },
  en: { title: 'The thread', loose: 'Loose threads', search: 'Words in the titles', list: 'Show as a list', example: 'Example', print: 'The drawing prints on one A3 sheet.', date: 'What you see' },
})

/** The whole thread of a workspace, drawn; the same as nested lists below. Every choice is in the address and works without JavaScript. */
export const threadPage = (catalogue: Catalogue, looseWords: LooseWords) =>
  page({
    path: '/arbeidsrom/:workspace/traden',
    styles: ['thread.page.css'],
    access: workspaceReaders,
    shared: true,
    listed: true,
    load: async (request, { workspace }: InWorkspace) => readWhole(request, workspace, looseWords),
    title: (_, request) => words[request.lang].title,
    crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
    islands: ['thread-picture'],
    width: 'full',
    view: (whole, request, { workspace }) => {
      const { lang, query, pathname } = request
      const w = words[lang]
      const choice = choiceIn(query, whole.items)
      const picture = { ...pictureOfWhole(catalogue, workspace, whole, request, (change) => hrefWith(pathname, query, whole.items, change)), ...choice }
      const layout = layOut(picture)
      const state = { values: { ord: choice.query ?? '' }, errors: {} }
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <div class="thread-bar no-print">
            {picture.nodes.length > 0 ? <ThreadChoices picture={picture} layout={layout} /> : null}
            <Filters lang={lang} path={pathname} query={query} active={choice.query !== undefined}>
              {['folg', 'bare', 'grupper', 'apne'].map((name) => (query.get(name) ? <input type="hidden" name={name} value={query.get(name) ?? ''} /> : null))}
              <TextInput lang={lang} state={state} name="ord" label={w.search} type="search" />
            </Filters>
            <p><a href={workspacePath(workspace, 'traden/lose-trader')}>{w.loose}</a></p>
          </div>
          <ThreadPicture picture={picture} layout={layout} />
          {picture.nodes.length > 0 ? (
            <>
              <p class="hint no-print">{w.print}</p>
              <div class="no-print"><Details summary={w.list} id="liste"><ThreadLists picture={picture} heading="h2" /></Details></div>
            </>
          ) : null}
        </>
      )
    },
  })
