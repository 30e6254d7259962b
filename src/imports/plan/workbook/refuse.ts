import { message } from '../messages.ts'
import type { Message, MessageCode } from '../messages.ts'
import { Unreadable } from '../../../platform/office/unreadable.ts'

/**
 * Thrown inside the reader to leave a parser in the middle of a part; it never
 * leaves `readWorkbook`, which turns it into a refusal.
 */
export class Refused extends Unreadable {
  readonly said: Message
  constructor(said: Message) {
    super(said.code)
    this.said = said
  }
}

export function refuse(code: MessageCode, params: Message['params'] = {}): never {
  throw new Refused(message(code, params))
}
