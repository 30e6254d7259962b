import { texts } from '../../platform/text/texts.ts'

export const mailPageWords = texts({
  nb: {
    title: 'E-posten i huset', lead: 'Her ser du om e-posten går ut, hva som står fast, og hva som kom tilbake.', up: 'Administrasjon',
    server: 'E-posttjener', none: 'Ingen er satt opp. Da venter e-posten.', lastSent: 'Sist sendt', never: 'Ingen ennå', waiting: 'Venter', since: (when: string) => `, den eldste siden ${when}`, held: 'Holdes tilbake etter mottakernes valg', code: 'Siste svar', back: 'Mottak av feilmeldinger', backOn: (domain: string) => `På, for ${domain}`, backOff: 'Av. Sett MAIL_IN_PORT for å se e-post som ikke kommer fram.',
    check: 'Sjekk om den svarer', answers: 'E-posttjeneren svarer.', silent: (code: string) => `E-posttjeneren svarer ikke som den skal (${code}). E-posten venter, og blir sendt når den svarer.`, noServer: 'Ingen e-posttjener er satt opp.',
    wait: 'Prøves igjen', waitNone: 'Ingen e-post står fast.', failed: 'Kunne ikke sendes', failedNone: 'E-posttjeneren har ikke avvist noe.', bounced: 'Kom ikke fram', bouncedNone: 'Ingenting har kommet tilbake.', jobs: 'Arbeid som stoppet', jobsNone: 'Alt arbeid i bakgrunnen går.',
    to: 'Til', subject: 'Emne', when: 'Når', tries: 'Forsøk', next: 'Neste forsøk', why: 'Svar', do: 'Gjør', again: 'Prøv igjen', jobName: 'Arbeid', retried: 'Den blir prøvd igjen.', gone: 'Den finnes ikke lenger, eller er alt i gang.', about: (what: string) => `: ${what}`,
  },
  nn: {
    title: 'E-posten i huset', lead: 'Her ser du om e-posten går ut, kva som står fast, og kva som kom tilbake.', up: 'Administrasjon',
    server: 'E-posttenar', none: 'Ingen er sett opp. Då ventar e-posten.', lastSent: 'Sist send', never: 'Ingen enno', waiting: 'Ventar', since: (when: string) => `, den eldste sidan ${when}`, held: 'Ventar etter val mottakarane har gjort', code: 'Siste svar', back: 'Mottak av feilmeldingar', backOn: (domain: string) => `På, for ${domain}`, backOff: 'Av. Set MAIL_IN_PORT for å sjå e-post som ikkje kjem fram.',
    check: 'Sjekk om han svarer', answers: 'E-posttenaren svarer.', silent: (code: string) => `E-posttenaren svarer ikkje som han skal (${code}). E-posten ventar, og blir send når han svarer.`, noServer: 'Ingen e-posttenar er sett opp.',
    wait: 'Blir prøvd igjen', waitNone: 'Ingen e-post står fast.', failed: 'Kunne ikkje sendast', failedNone: 'E-posttenaren har ikkje avvist noko.', bounced: 'Kom ikkje fram', bouncedNone: 'Ingenting har kome tilbake.', jobs: 'Arbeid som stoppa', jobsNone: 'Alt arbeid i bakgrunnen går.',
    to: 'Til', subject: 'Emne', when: 'Når', tries: 'Forsøk', next: 'Neste forsøk', why: 'Svar', do: 'Gjer', again: 'Prøv igjen', jobName: 'Arbeid', retried: 'Det blir prøvd igjen.', gone: 'Det finst ikkje lenger, eller er alt i gang.', about: (what: string) => `: ${what}`,
  },
  en: {
    title: 'E-mail in the house', lead: 'Whether e-mail goes out, what is stuck, and what came back.', up: 'Administration',
    server: 'Mail server', none: 'None is set up, so e-mail waits.', lastSent: 'Last sent', never: 'None yet', waiting: 'Waiting', since: (when: string) => `, the oldest since ${when}`, held: 'Held by the readers’ choice', code: 'Last answer', back: 'Receiving bounces', backOn: (domain: string) => `On, for ${domain}`, backOff: 'Off. Set MAIL_IN_PORT to see e-mail that does not arrive.',
    check: 'Check whether it answers', answers: 'The mail server answers.', silent: (code: string) => `The mail server does not answer as it should (${code}). E-mail waits, and is sent when it does.`, noServer: 'No mail server is set up.',
    wait: 'Tried again', waitNone: 'No e-mail is stuck.', failed: 'Could not be sent', failedNone: 'The mail server has refused nothing.', bounced: 'Did not arrive', bouncedNone: 'Nothing has come back.', jobs: 'Work that stopped', jobsNone: 'All work in the background goes on.',
    to: 'To', subject: 'Subject', when: 'When', tries: 'Tries', next: 'Next try', why: 'Answer', do: 'Do', again: 'Try again', jobName: 'Work', retried: 'It will be tried again.', gone: 'It is no longer there, or is already under way.', about: (what: string) => `: ${what}`,
  },
})
