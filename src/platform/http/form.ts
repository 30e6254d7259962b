import { stageUpload, uploadMessage, type UploadRule } from '../files/upload.ts'
import { type FieldErrors, firstText, type RawForm } from '../item/parse.ts'
import type { Request } from './page.ts'

/** Form fields by name and what was wrong with the files, or that the form was larger than the page takes. */
export type ReadForm = { form: RawForm; errors: FieldErrors } | { tooBig: true }

const maxFields = 20_000

/** What an attachment may be, unless a page says otherwise. */
export const attachments: UploadRule = { allowed: ['pdf', 'docx', 'xlsx', 'csv', 'png', 'jpeg', 'txt'], maxBytes: 20 * 1024 * 1024 }

/**
 * Reads a form as text fields. Files are staged before anything else is looked at, and turn into the id of the staged file,
 * so that a form that comes back with an error keeps them.
 */
export async function readForm(request: Request, raw: globalThis.Request, rule: UploadRule, whenRead: (data: FormData) => void = () => {}): Promise<ReadForm> {
  let data: FormData | null
  try {
    data = await fieldsOf(raw)
  } catch (error) {
    if (error instanceof TypeError) return { form: {}, errors: {} }
    throw error
  }
  if (!data) return { tooBig: true }
  whenRead(data)
  const form: Record<string, string | string[]> = Object.create(null)
  const errors: FieldErrors = {}
  let count = 0
  for (const [name, value] of data.entries()) {
    if (++count > maxFields) return { tooBig: true }
    let text: string
    if (typeof value === 'string') text = value
    else {
      if (!request.viewer.person || (value.size === 0 && value.name === '')) continue
      const upload = await stageUpload(request.db, request.platform.files, rule, {
        name: value.name, body: value.stream(), uploadedBy: request.viewer.person.id, now: request.now,
      })
      if (!upload.ok) {
        errors[name] = uploadMessage(upload.why, rule, request.lang)
        continue
      }
      text = upload.file.id
    }
    const before = form[name]
    if (Array.isArray(before)) before.push(text)
    else form[name] = before === undefined ? text : [before, text]
  }
  // A file that was chosen in an earlier try stands until another is chosen.
  for (const [name, value] of Object.entries(form)) {
    if (name.endsWith(keptSuffix) && !(name.slice(0, -keptSuffix.length) in form)) form[name.slice(0, -keptSuffix.length)] = value
  }
  // What is no version is none that stands: whoever sends it is told that something else does.
  if (form[versionField] !== undefined && !/^\d{1,9}$/.test(firstText(form, versionField))) form[versionField] = '0'
  return { form, errors }
}

/** The fields as they were sent; null when there are more than any form has, which is seen before they are taken apart, or while they come. */
export async function fieldsOf(raw: globalThis.Request): Promise<FormData | null> {
  const type = raw.headers.get('content-type') ?? ''
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return partsOf(raw, type)
  const text = await raw.text()
  let count = 1
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) if (++count > maxFields) return null
  const data = new FormData()
  for (const [name, value] of new URLSearchParams(text)) data.append(name, value)
  return data
}

/** As `fieldsOf`, for a form that carries files: taking so many parts apart that no form has them would hold everybody up. */
async function partsOf(raw: globalThis.Request, type: string): Promise<FormData | null> {
  const [, quoted, bare] = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,100})"|([^\s;"]{1,100}))/i.exec(type.slice(0, 1_000)) ?? []
  const boundary = quoted ?? bare
  if (!raw.body || boundary === undefined) return raw.formData()
  const mark = Buffer.from(`--${boundary}`)
  let [count, rest, tooMany] = [0, Buffer.alloc(0), false]
  const counted = raw.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, to) {
      // A mark may stand across two pieces.
      const here = Buffer.concat([rest, chunk])
      for (let at = here.indexOf(mark); at !== -1; at = here.indexOf(mark, at + mark.length)) count++
      rest = here.subarray(Math.max(0, here.length - mark.length + 1))
      // One stands before each part, and one after the last.
      tooMany = count > maxFields + 1
      if (tooMany) to.error(new TypeError('too many parts'))
      else to.enqueue(chunk)
    },
  }))
  return new Response(counted, { headers: { 'content-type': type } }).formData().catch((error: unknown) => {
    if (tooMany) return null
    throw error
  })
}

const keptSuffix = '.kept'

/** Names that every form may carry beside its own fields. */
export const submissionKeyField = 'submissionKey'
export const versionField = 'version'
/** Which of a page's actions a form asks for; a page with one action needs none. */
export const actionField = 'handling'
