import { dropDraft, keepDraft, readDraft } from '../../../../platform/draft/draft.store.ts'
import { page } from '../../../../platform/http/page.ts'
import type { UploadRule } from '../../../../platform/files/upload.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { wordLimits } from '../../../../platform/office/read-word.ts'
import { Button, ButtonLink, ErrorSummary, FileInput, Form, FormActions, formState, Heading, Lead, TextArea } from '../../../../ui/index.ts'
import { itemChangers, itemCrumbs, type ItemScope } from '../../../thread/index.ts'
import { meeting } from '../../meeting/meeting.ts'
import { meetingPath } from '../../meeting/pages/paths.ts'
import { isOpen } from '../minutes.actions.ts'
import { minutesWords } from '../minutes.words.ts'
import { draftOf, personOf, textField, wordText } from './brought.load.ts'
import { linesOf, longestPasted, mostLines } from './line.ts'
import { pastedWords } from './pasted.words.ts'

const rule: UploadRule = { allowed: ['docx'], maxBytes: wordLimits.fileBytes }

/** Minutes that were made in Teams or Word: pasted, or uploaded. They wait for the one who brought them until they are looked over. */
export const pastePage = page<ItemScope, { waits: boolean }>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/referat/hent',
  access: itemChangers(meeting),
  uploads: rule,
  takesFiles: true,
  width: 'text',
  load: async (request, { item }) => ({ waits: (await readDraft(request.db, personOf(request), draftOf(item)))[textField] !== undefined }),
  title: (_, { lang }, { item }) => `${pastedWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => [...itemCrumbs(workspace, meeting, lang, item), { text: minutesWords[lang].title, href: meetingPath(workspace, item, '/referat') }],
  actions: {
    read: async (work, { request, scope: { workspace, item }, raw }) => {
      const w = pastedWords[request.lang]
      const wrong = (field: string, error: string) => ({ refused: { errors: { [field]: error } } })
      const [typed, file] = [firstText(raw, textField), firstText(raw, 'fil')]
      const word = file === '' ? null : await wordText(work.tx, request, file)
      if (word && 'refused' in word) return wrong('fil', { unreadable: w.unreadable, 'too-long': w.long(mostLines), empty: w.fileEmpty }[word.refused])
      const text = [typed, word?.text ?? ''].filter(Boolean).join('\n\n')
      const lines = text.length > longestPasted ? mostLines + 1 : linesOf(text).length
      if (lines === 0) return wrong(textField, w.nothing)
      if (lines > mostLines) return wrong(word ? 'fil' : textField, w.long(mostLines))
      await dropDraft(work.tx, personOf(request), draftOf(item))
      await keepDraft(work.tx, personOf(request), draftOf(item), { [textField]: text.replaceAll('\0', '').toWellFormed() }, request.now)
      return { done: { to: meetingPath(workspace, item, '/referat/hent/se-over') } }
    },
  },
  view: ({ waits }, { lang, pathname }, { workspace, item }, returned) => {
    const w = pastedWords[lang]
    const state = formState(returned)
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.title}</Heading>
        {!isOpen(item) ? <p>{minutesWords[lang].locked}</p> : (
          <>
            <Lead>{w.lead}</Lead>
            {waits ? <p>{w.earlier} <a href={`${pathname}/se-over`}>{w.goOn}</a></p> : null}
            <ErrorSummary lang={lang} state={state} />
            <Form action={pathname} does="read" submissionKey={crypto.randomUUID()} files guard unsaved={returned !== null}>
              <TextArea lang={lang} state={state} name={textField} label={w.text} hint={w.textHint} rows={12} optional />
              <FileInput lang={lang} state={state} name="fil" label={w.file} hint={w.fileHint} accept=".docx" optional />
              <FormActions>
                <Button variant="primary">{w.read}</Button>
                <ButtonLink href={meetingPath(workspace, item, '/referat')} variant="quiet">{w.cancel}</ButtonLink>
              </FormActions>
            </Form>
          </>
        )}
      </>
    )
  },
})
