import type { Lang } from '../../../platform/text/texts.ts'
import { texts } from '../../../platform/text/texts.ts'
import { mailBody, type MailBody } from '../../../platform/mail/mail.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { roleWords } from '../role.words.ts'
import type { Invitation } from './invitation.ts'

const words = texts({
  nb: {
    subject: (who: string, title: string) => `${who} inviterer deg til «${title}»`, reminder: (title: string) => `Påminnelse: invitasjon til «${title}»`, heading: (title: string) => `Du er invitert til «${title}»`,
    person: (who: string, title: string, role: string) => `${who} ber deg bli med i arbeidsrommet «${title}» som ${role}.`, forOrganisation: (name: string) => `Du skal handle på vegne av ${name}.`,
    organisation: (who: string, name: string, title: string) => `${who} ber ${name} bli partner i «${title}». Vi spør deg fordi du kan svare for organisasjonen, eller vet hvem som kan det.`,
    answer: (date: string) => `Åpne lenken for å se hva det gjelder, og svar ja eller nei. Du trenger ikke logge inn. Svar innen ${date}.`, remind: 'Vi har ikke fått svar fra deg ennå.', passed: (email: string) => `${email} mener at du bør svare, og har sendt invitasjonen videre til deg.`,
    open: 'Se invitasjonen', footer: (who: string) => `Sendt gjennom Trådverk for ${who}. Svarer du på e-posten, går svaret dit. Kjenner du ikke til dette, kan du se bort fra e-posten.`,
  },
  nn: {
    subject: (who: string, title: string) => `${who} inviterer deg til «${title}»`, reminder: (title: string) => `Påminning: invitasjon til «${title}»`, heading: (title: string) => `Du er invitert til «${title}»`,
    person: (who: string, title: string, role: string) => `${who} ber deg bli med i arbeidsrommet «${title}» som ${role}.`, forOrganisation: (name: string) => `Du skal handle på vegner av ${name}.`,
    organisation: (who: string, name: string, title: string) => `${who} ber ${name} bli partnar i «${title}». Vi spør deg fordi du kan svare for organisasjonen, eller veit kven som kan det.`,
    answer: (date: string) => `Opne lenkja for å sjå kva det gjeld, og svar ja eller nei. Du treng ikkje logge inn. Svar innan ${date}.`, remind: 'Vi har ikkje fått svar frå deg enno.', passed: (email: string) => `${email} meiner at du bør svare, og har sendt invitasjonen vidare til deg.`,
    open: 'Sjå invitasjonen', footer: (who: string) => `Sendt gjennom Trådverk for ${who}. Svarer du på e-posten, går svaret dit. Kjenner du ikkje til dette, kan du sjå bort frå e-posten.`,
  },
  en: {
    subject: (who: string, title: string) => `${who} invites you to “${title}”`, reminder: (title: string) => `Reminder: invitation to “${title}”`, heading: (title: string) => `You are invited to “${title}”`,
    person: (who: string, title: string, role: string) => `${who} asks you to take part in the workspace “${title}” as ${role}.`, forOrganisation: (name: string) => `You are to act for ${name}.`,
    organisation: (who: string, name: string, title: string) => `${who} asks ${name} to become a partner in “${title}”. We ask you because you may answer for the organisation, or know who may.`,
    answer: (date: string) => `Open the link to see what it is about, and answer yes or no. You need not log in. Answer by ${date}.`, remind: 'We have not had your answer yet.', passed: (email: string) => `${email} thinks that you should answer, and has passed the invitation on to you.`,
    open: 'See the invitation', footer: (who: string) => `Sent through Trådverk for ${who}. If you reply, the reply goes there. If you know nothing of this, you may disregard the e-mail.`,
  },
})

export type InvitationMail = { invitation: Pick<Invitation, 'kind' | 'role' | 'greeting' | 'lastDay'>; title: string; inviter: string; organisation: string | null; url: string; lang: Lang; why: 'first' | 'reminder' | { passedBy: string } }

/** The mail that asks: who, to what, as what, by when, and one link. */
export function invitationMail({ invitation, title, inviter, organisation, url, lang, why }: InvitationMail): { subject: string; body: MailBody } {
  const w = words[lang]
  const role = roleWords[lang][invitation.role]
  const ask = invitation.kind === 'organisation' && organisation
    ? [w.organisation(inviter, organisation, title)]
    : [[w.person(inviter, title, role.name.toLocaleLowerCase('nb')), organisation ? w.forOrganisation(organisation) : ''].filter(Boolean).join(' ')]
  const paragraphs = [
    ...(why === 'reminder' ? [w.remind] : typeof why === 'object' ? [w.passed(why.passedBy)] : []),
    ...(invitation.greeting ? [invitation.greeting] : []),
    ...ask,
    w.answer(formatDate(invitation.lastDay, lang)),
  ]
  return {
    subject: why === 'reminder' ? w.reminder(title) : w.subject(inviter, title),
    body: mailBody({ lang, heading: w.heading(title), paragraphs, action: { label: w.open, url }, footer: w.footer(inviter) }),
  }
}
