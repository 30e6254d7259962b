import type { Config } from '../config.ts'
import { passToken } from '../pass/pass.ts'
import { type Lang, texts } from '../text/texts.ts'
import { choiceMark } from './body.ts'
import type { Mail } from './message.ts'
import { returnAddress } from './return-address.ts'
import { weeklyPurpose } from './slots.ts'
import { wrapText } from './wrap.ts'

/** What a mail needs to know of the house when it leaves it. */
export type MailSite = {
  baseUrl: string
  passKey: Uint8Array
  /** Where word of what did not arrive is received; null: it goes to the sender's address, and we do not read it. */
  returnDomain: string | null
}

export const mailSiteOf = ({ config, passKey }: { config: Config; passKey: Uint8Array }): MailSite => ({ baseUrl: config.baseUrl, passKey, returnDomain: config.mailIn?.domain ?? null })

/** A mail as it leaves the house. */
export type Letter = { text: string; html: string; headers: Readonly<Record<string, string>>; returnPath: string | null }

const words = texts({
  nb: { choose: 'Velg hvilke e-poster du får' },
  nn: { choose: 'Vel kva e-postar du får' },
  en: { choose: 'Choose which e-mails you get' },
})

/** The page where a person chooses, without logging in; the link is made here, so that the database holds none. */
export const choiceAddress = (site: MailSite, passId: string): string => `${site.baseUrl}/e-post/${passToken(site.passKey, 'mail-choice', passId)}`

/**
 * Makes a mail ready to go. What nobody asked for ends with a link to choose, and tells mail programs how to be left off with one press
 * (RFC 8058): no more news when it is news, no more of anything when it is a question. `width` is where plain text is wrapped.
 */
export function letterOf(mail: Mail, site: MailSite, width = 72): Letter {
  const unasked = mail.nature !== 'own'
  const choice = unasked && mail.choice_pass_id !== null ? choiceAddress(site, mail.choice_pass_id) : null
  const label = words[mail.language as Lang].choose
  const text = wrapText(mail.text ?? '', width)
  return {
    text: choice ? `${text.trimEnd()}\n\n${label}:\n${choice}\n` : text,
    html: (mail.html ?? '').replace(choiceMark, () => (choice ? `<br><br><a href="${choice}" class="quiet" style="color:#4a5468">${label}</a>` : '')),
    headers: {
      'Content-Language': mail.language,
      'Auto-Submitted': 'auto-generated',
      // That somebody is away is worth knowing for the one who asks, where it is read.
      'X-Auto-Response-Suppress': mail.nature === 'question' && site.returnDomain !== null ? 'DR, RN, NRN' : 'All',
      'Feedback-ID': `${mail.purpose}:${mail.nature}:tradverk`,
      ...(choice && {
        'List-Unsubscribe': `<${choice}/avmeld/${mail.nature === 'news' || mail.purpose === weeklyPurpose ? 'nyheter' : 'alt'}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    returnPath: site.returnDomain === null ? null : returnAddress(site.passKey, mail.id, site.returnDomain),
  }
}
