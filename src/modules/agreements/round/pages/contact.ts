import type { Request } from '../../../../platform/http/page.ts'
import type { RawForm } from '../../../../platform/item/parse.ts'
import { readContact as readAnyContact } from '../../../workspaces/index.ts'
import { roundWords } from './round.words.ts'

/** Somebody's name and address from a form about expectations. */
export const readContact = (request: Request, raw: RawForm, fields: readonly [string, string]) => readAnyContact(request, raw, fields, roundWords[request.lang])
