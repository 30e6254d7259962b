import type { MailDelivery } from '../../platform/mail/delivery.ts'
import { formatDate, formatDateTime } from '../../platform/text/format.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { State, type StateKind } from './state.tsx'

const words = texts({
  nb: {
    waiting: 'Venter på å bli sendt', again: (when: string) => `E-posttjeneren svarer ikke. Prøver igjen ${when}`,
    bound: (day: string) => `Holdes til ${day}: mottakeren har fått så mange e-poster som avtalt denne uka`, paused: (day: string) => `Holdes til ${day}: mottakeren har tatt pause fra e-post`,
    gathered: (day: string) => `Sendes samlet ${day}: mottakeren får én e-post i uka`, tooLate: 'Da er fristen over. Ta kontakt på en annen måte',
    sent: (when: string) => `Sendt ${when}`, failed: 'Kunne ikke sendes. Se over adressen', bounced: 'Kom ikke fram. Se over adressen', late: 'Ikke sendt: fristen gikk ut først', unwanted: 'Ikke sendt: vil ikke ha e-post',
    away: 'fraværsmelding', delayed: 'forsinket på veien', unclear: 'uklart svar fra e-posttjeneren',
  },
  nn: {
    waiting: 'Ventar på å bli send', again: (when: string) => `E-posttenaren svarer ikkje. Prøver igjen ${when}`,
    bound: (day: string) => `Ventar til ${day}: mottakaren har fått så mange e-postar som avtalt denne veka`, paused: (day: string) => `Ventar til ${day}: mottakaren har teke pause frå e-post`,
    gathered: (day: string) => `Blir send samla ${day}: mottakaren får éin e-post i veka`, tooLate: 'Då er fristen ute. Ta kontakt på ein annan måte',
    sent: (when: string) => `Send ${when}`, failed: 'Kunne ikkje sendast. Sjå over adressa', bounced: 'Kom ikkje fram. Sjå over adressa', late: 'Ikkje send: fristen gjekk ut først', unwanted: 'Ikkje send: vil ikkje ha e-post',
    away: 'fråværsmelding', delayed: 'forseinka på vegen', unclear: 'uklart svar frå e-posttenaren',
  },
  en: {
    waiting: 'Waits to be sent', again: (when: string) => `The mail server does not answer. Trying again ${when}`,
    bound: (day: string) => `Held until ${day}: the reader has had as many e-mails as agreed this week`, paused: (day: string) => `Held until ${day}: the reader has paused e-mail`,
    gathered: (day: string) => `Sent together ${day}: the reader gets one e-mail a week`, tooLate: 'The deadline is over by then. Get in touch another way',
    sent: (when: string) => `Sent ${when}`, failed: 'Could not be sent. Check the address', bounced: 'Did not arrive. Check the address', late: 'Not sent: the deadline passed first', unwanted: 'Not sent: wants no e-mail',
    away: 'away message', delayed: 'delayed on the way', unclear: 'unclear answer from the mail server',
  },
})

const kinds: Record<MailDelivery['state'], StateKind> = { waiting: 'neutral', held: 'delayed', sent: 'completed', failed: 'watch', bounced: 'watch', late: 'watch', unwanted: 'watch' }

/** What has become of a mail, in words for the one who sent it. */
export function deliveryText(delivery: MailDelivery, lang: Lang): string {
  const w = words[lang]
  const { state, at, until, why, tooLate, note } = delivery
  const day = until ? formatDate(osloDate(until), lang) : ''
  const what = {
    waiting: () => (until ? w.again(formatDateTime(until, lang)) : w.waiting),
    held: () => `${why === null ? w.waiting : w[why](day)}${tooLate ? `. ${w.tooLate}` : ''}`,
    sent: () => w.sent(formatDateTime(at, lang)),
    failed: () => w.failed, bounced: () => w.bounced, late: () => w.late, unwanted: () => w.unwanted,
  }[state]()
  return note ? `${what} (${w[note]})` : what
}

/** The same with its shape and colour. Nothing where the mail is no longer kept. */
export const DeliveryStatus = ({ lang, delivery }: { lang: Lang; delivery: MailDelivery | undefined }) =>
  delivery ? <State lang={lang} kind={kinds[delivery.state]}>{deliveryText(delivery, lang)}</State> : null
