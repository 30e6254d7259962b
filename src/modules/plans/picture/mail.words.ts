import { texts } from '../../../platform/text/texts.ts'

export const mailWords = texts({
  nb: {
    somebody: 'Sekretariatet', subject: (workspace: string, day: string) => `Hvilke utfordringer er viktigst i ${workspace}? Svar innen ${day}`, heading: 'Hvilke utfordringer er viktigst her?',
    asks: (who: string, organisation: string, workspace: string) => `${who} spør hvordan ${organisation} ser på utfordringene i ${workspace}: hvor viktige de er, og om dere kjenner dem igjen. Du trenger ikke logge inn, og det tar noen minutter.`,
    colleague: (from: string, organisation: string, workspace: string) => `${from} ber deg svare for ${organisation}: hvor viktige utfordringene i ${workspace} er, og om dere kjenner dem igjen. Dere skriver på det samme svaret. Du trenger ikke logge inn.`,
    reminder: (who: string, organisation: string, workspace: string) => `${who} venter fortsatt på hvordan ${organisation} ser på utfordringene i ${workspace}. Lenken er den samme som sist.`, reminderSubject: (subject: string) => `Påminnelse: ${subject}`,
    sees: 'Ingen andre ser svaret før sekretariatet viser alle samlet. Da vises vurderingene bare sammen med de andres. Kommentarer vises med navnet på organisasjonen.', due: (day: string) => `Svar innen ${day}. Du kan endre svaret til fristen er ute.`, action: 'Svar nå',
    footer: (workspace: string, organisation: string) => `Du får denne e-posten fordi ${workspace} spør deg på vegne av ${organisation}. Lenken er bare til deg. Vet en kollega mer? Åpne lenken og velg «Be en kollega svare». Lurer du på noe, svarer du på denne e-posten.`,
    closedSubject: (title: string, answered: number, asked: number) => `«${title}» er over: ${answered} av ${asked} har svart`, closedHeading: 'Svarfristen er ute', closed: (title: string, workspace: string, answered: number, asked: number) => `Fristen for «${title}» i ${workspace} er ute. ${answered} av ${asked} organisasjoner har svart.`,
    closedNext: 'Ingen ser svarene før dere viser dem. Da ser dere hva dere er enige om, og hva dere ser ulikt på.', closedAction: 'Vis det felles bildet', closedFooter: (workspace: string) => `Du får denne e-posten fordi du startet runden i ${workspace}. Trenger dere mer tid, kan du gi runden en ny frist.`,
  },
  nn: {
    somebody: 'Sekretariatet', subject: (workspace: string, day: string) => `Kva utfordringar er viktigast i ${workspace}? Svar innan ${day}`, heading: 'Kva utfordringar er viktigast her?',
    asks: (who: string, organisation: string, workspace: string) => `${who} spør korleis ${organisation} ser på utfordringane i ${workspace}: kor viktige dei er, og om de kjenner dei igjen. Du treng ikkje logge inn, og det tek nokre minutt.`,
    colleague: (from: string, organisation: string, workspace: string) => `${from} ber deg svare for ${organisation}: kor viktige utfordringane i ${workspace} er, og om de kjenner dei igjen. De skriv på det same svaret. Du treng ikkje logge inn.`,
    reminder: (who: string, organisation: string, workspace: string) => `${who} ventar framleis på korleis ${organisation} ser på utfordringane i ${workspace}. Lenkja er den same som sist.`, reminderSubject: (subject: string) => `Påminning: ${subject}`,
    sees: 'Ingen andre ser svaret før sekretariatet viser alle samla. Då blir vurderingane berre viste saman med dei andre sine. Kommentarar blir viste med namnet på organisasjonen.', due: (day: string) => `Svar innan ${day}. Du kan endre svaret til fristen er ute.`, action: 'Svar no',
    footer: (workspace: string, organisation: string) => `Du får denne e-posten fordi ${workspace} spør deg på vegner av ${organisation}. Lenkja er berre til deg. Veit ein kollega meir? Opne lenkja og vel «Be ein kollega svare». Lurer du på noko, svarer du på denne e-posten.`,
    closedSubject: (title: string, answered: number, asked: number) => `«${title}» er over: ${answered} av ${asked} har svart`, closedHeading: 'Svarfristen er ute', closed: (title: string, workspace: string, answered: number, asked: number) => `Fristen for «${title}» i ${workspace} er ute. ${answered} av ${asked} organisasjonar har svart.`,
    closedNext: 'Ingen ser svara før de viser dei. Då ser de kva de er samde om, og kva de ser ulikt på.', closedAction: 'Vis det felles biletet', closedFooter: (workspace: string) => `Du får denne e-posten fordi du starta runden i ${workspace}. Treng de meir tid, kan du gje runden ein ny frist.`,
  },
  en: {
    somebody: 'The secretariat', subject: (workspace: string, day: string) => `Which challenges matter most in ${workspace}? Please answer by ${day}`, heading: 'Which challenges matter most here?',
    asks: (who: string, organisation: string, workspace: string) => `${who} asks how ${organisation} sees the challenges in ${workspace}: how important they are, and whether you recognise them. You need not log in, and it takes a few minutes.`,
    colleague: (from: string, organisation: string, workspace: string) => `${from} asks you to answer for ${organisation}: how important the challenges in ${workspace} are, and whether you recognise them. You write on the same answer. You need not log in.`,
    reminder: (who: string, organisation: string, workspace: string) => `${who} is still waiting for how ${organisation} sees the challenges in ${workspace}. The link is the same as before.`, reminderSubject: (subject: string) => `Reminder: ${subject}`,
    sees: 'Nobody else sees the answer before the secretariat shows all of them together. Then ratings are shown only together with those of the others. Comments are shown with the name of the organisation.', due: (day: string) => `Answer by ${day}. You can change the answer until then.`, action: 'Answer now',
    footer: (workspace: string, organisation: string) => `You get this e-mail because ${workspace} asks you on behalf of ${organisation}. The link is for you alone. Does a colleague know better? Open the link and choose “Ask a colleague to answer”. If you wonder about anything, reply to this e-mail.`,
    closedSubject: (title: string, answered: number, asked: number) => `“${title}” is over: ${answered} of ${asked} have answered`, closedHeading: 'The deadline has passed', closed: (title: string, workspace: string, answered: number, asked: number) => `The deadline of “${title}” in ${workspace} has passed. ${answered} of ${asked} organisations have answered.`,
    closedNext: 'Nobody sees the answers until you show them. Then you see what you agree on, and what you see differently.', closedAction: 'Show the common picture', closedFooter: (workspace: string) => `You get this e-mail because you started the round in ${workspace}. If you need more time, you can give the round a new deadline.`,
  },
})
