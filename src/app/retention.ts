import { sql } from 'kysely'
import { sweepReadings } from '../imports/plan-pages/index.ts'
import { sweepMerges } from '../modules/actors/index.ts'
import { sweepFollowUpMails } from '../modules/arenas/index.ts'
import { sweepAnswers } from '../platform/api/answer.store.ts'
import { sweepDrafts } from '../platform/draft/draft.store.ts'
import { sweepFiles } from '../platform/files/file.store.ts'
import { sweepRemovedItems, sweepSearchWords } from '../platform/item/sweep.ts'
import { sweepProgress } from '../platform/jobs/jobs.ts'
import { sweepLimits } from '../platform/limits/limits.ts'
import { purgeMails } from '../platform/mail/mail.ts'
import { sweepTrips } from '../platform/oidc/trip.store.ts'
import { sweepPasses } from '../platform/pass/pass.ts'
import type { Retention } from '../platform/retention/index.ts'
import { sessionDays } from '../platform/session/session.ts'
import { sweepLoginLinks, sweepSessions, sweepSubmissions } from '../platform/session/sweep.ts'
import { sweepDeliveries } from '../portal/webhooks/webhook.store.ts'
import { sweepVerifyRuns } from '../portal/administration/storage/storage.store.ts'
import { sweepDigests } from '../portal/me/digest/digest.store.ts'
import { daysKept, sweepOrders } from '../reports/documents/index.ts'

const at = (instant: Temporal.Instant) => sql`${instant.toString()}::timestamptz`
const fixed = (n: number) => ({ usual: n, least: n, most: n })

/**
 * Everything that is kept, why and how long. The job of the night carries it out, the administrators see and change it, and the page on data
 * protection tells it: from here, all three.
 */
export const retentions: readonly Retention[] = [
  {
    name: 'account', told: true,
    title: { nb: 'Navnet ditt, e-postadressen din og språket du har valgt', nn: 'Namnet ditt, e-postadressa di og språket du har valt', en: 'Your name, your e-mail address and the language you chose' },
    why: { nb: 'For at du skal kunne logge inn, og for at andre skal vite hvem som gjør hva', nn: 'For at du skal kunne logge inn, og for at andre skal vite kven som gjer kva', en: 'So that you can log in, and so that others know who does what' },
    long: { nb: 'Til kontoen blir slettet', nn: 'Til kontoen blir sletta', en: 'Until the account is deleted' },
  },
  {
    name: 'membership', told: true,
    title: { nb: 'Hvilke arbeidsrom du er med i, med rolle, organisasjon og datoer', nn: 'Kva arbeidsrom du er med i, med rolle, organisasjon og datoar', en: 'Which workspaces you are in, with role, organisation and dates' },
    why: { nb: 'Rollen avgjør hva du får se og gjøre', nn: 'Rolla avgjer kva du får sjå og gjere', en: 'Your role decides what you may see and do' },
    long: { nb: 'Så lenge arbeidsrommet finnes, eller til kontoen blir slettet', nn: 'Så lenge arbeidsrommet finst, eller til kontoen blir sletta', en: 'As long as the workspace exists, or until the account is deleted' },
  },
  {
    name: 'profile', told: true,
    title: { nb: 'Profilen din: tittel, hva du kan hjelpe med, telefon', nn: 'Profilen din: tittel, kva du kan hjelpe med, telefon', en: 'Your profile: title, what you can help with, telephone' },
    why: { nb: 'For at andre skal finne deg, hvis du sier ja til det. Ingen andre ser det før du har sagt ja', nn: 'For at andre skal finne deg, om du seier ja til det. Ingen andre ser det før du har sagt ja', en: 'So that others find you, if you agree to it. Nobody else sees it before you have agreed' },
    long: { nb: 'Til du tar det bort, eller kontoen blir slettet', nn: 'Til du tek det bort, eller kontoen blir sletta', en: 'Until you take it away, or the account is deleted' },
  },
  {
    name: 'consent', told: true,
    title: { nb: 'Hva du har sagt ja til å vise, og når', nn: 'Kva du har sagt ja til å vise, og når', en: 'What you have agreed to show, and when' },
    why: { nb: 'For å kunne vise at du sa ja. Du kan trekke det tilbake når du vil', nn: 'For å kunne vise at du sa ja. Du kan trekkje det tilbake når du vil', en: 'To be able to show that you agreed. You may withdraw it at any time' },
    long: { nb: 'Til kontoen blir slettet', nn: 'Til kontoen blir sletta', en: 'Until the account is deleted' },
  },
  {
    name: 'work', told: true,
    title: { nb: 'Det du skriver i arbeidsrommet', nn: 'Det du skriv i arbeidsrommet', en: 'What you write in the workspace' },
    why: { nb: 'Det er arbeidet', nn: 'Det er arbeidet', en: 'It is the work' },
    long: { nb: 'Så lenge arbeidsrommet finnes', nn: 'Så lenge arbeidsrommet finst', en: 'As long as the workspace exists' },
  },
  {
    name: 'removed', told: true, days: { usual: 730, least: 30, most: 3_650 },
    title: { nb: 'Det noen har tatt bort fra en plan', nn: 'Det nokon har teke bort frå ein plan', en: 'What somebody has taken out of a plan' },
    why: { nb: 'For at dere skal kunne hente det tilbake', nn: 'For at de skal kunne hente det tilbake', en: 'So that you can bring it back' },
    long: { nb: '{n} dager. I et arbeidsrom som er avsluttet, blir det stående', nn: '{n} dagar. I eit arbeidsrom som er avslutta, blir det ståande', en: '{n} days. In a workspace that is closed, it stays' },
    waiting: (before) => sql`(select count(*) from item i join workspace w on w.id = i.workspace_id where i.removed_at < ${at(before)} and w.state = 'active')`, sweep: ({ db }, before) => sweepRemovedItems(db, before),
  },
  {
    name: 'history', told: true,
    title: { nb: 'Historien: hvem som endret hva, og når', nn: 'Historia: kven som endra kva, og når', en: 'The history: who changed what, and when' },
    why: { nb: 'For at alle skal kunne se hvordan planen ble til, og for at ingen skal kunne endre den i det skjulte', nn: 'For at alle skal kunne sjå korleis planen blei til, og for at ingen skal kunne endre han i det skjulte', en: 'So that everybody can see how the plan came about, and nobody can change it unseen' },
    long: { nb: 'Så lenge arbeidsrommet finnes. Innholdet kan slettes uten at resten av historien blir borte', nn: 'Så lenge arbeidsrommet finst. Innhaldet kan slettast utan at resten av historia blir borte', en: 'As long as the workspace exists. The contents can be deleted without losing the rest of the history' },
  },
  {
    name: 'files', told: true, days: fixed(0),
    title: { nb: 'Filer du laster opp, også regneark du henter inn planen fra', nn: 'Filer du lastar opp, òg rekneark du hentar inn planen frå', en: 'Files that you upload, spreadsheets that you import too' },
    why: { nb: 'De hører til det du skriver', nn: 'Dei høyrer til det du skriv', en: 'They belong to what you write' },
    long: { nb: 'Så lenge det de hører til, finnes. Filer som ikke ble tatt i bruk, slettes etter et døgn eller to', nn: 'Så lenge det dei høyrer til, finst. Filer som ikkje blei tekne i bruk, blir sletta etter eit døgn eller to', en: 'As long as what they belong to exists. Files that were never used are deleted after a day or two' },
    waiting: (before) => sql`(select count(*) from file where staged_until <= ${at(before)})`,
    sweep: async ({ db, files }, _, now) => {
      const { expired, contents } = await sweepFiles(db, files, now)
      return Math.max(expired, contents)
    },
  },
  {
    name: 'drafts', told: true, days: { usual: 90, least: 7, most: 365 },
    title: { nb: 'Svar du har begynt på når du lager en ny plan', nn: 'Svar du har byrja på når du lagar ein ny plan', en: 'Answers that you have begun when making a new plan' },
    why: { nb: 'For at du skal kunne gå tilbake og fortsette senere', nn: 'For at du skal kunne gå tilbake og halde fram seinare', en: 'So that you can go back and go on later' },
    long: { nb: 'Til planen er laget, eller {n} dager', nn: 'Til planen er laga, eller {n} dagar', en: 'Until the plan is made, or {n} days' },
    waiting: (before) => sql`(select count(*) from draft where changed_at < ${at(before)})`, sweep: ({ db }, before) => sweepDrafts(db, before),
  },
  {
    name: 'sessions', told: true, days: fixed(0),
    title: { nb: 'Innloggingen din', nn: 'Innlogginga di', en: 'Your log-in' },
    why: { nb: 'For at du skal slippe å logge inn på hver side', nn: 'For at du skal sleppe å logge inn på kvar side', en: 'So that you need not log in on every page' },
    long: { nb: `${sessionDays} dager, eller til du logger ut`, nn: `${sessionDays} dagar, eller til du loggar ut`, en: `${sessionDays} days, or until you log out` },
    waiting: (before) => sql`(select count(*) from session where expires_at < ${at(before)})`, sweep: ({ db }, before) => sweepSessions(db, before),
  },
  {
    name: 'visits', told: true,
    title: { nb: 'Når du først logget inn, og når du sist var på Min side', nn: 'Når du først logga inn, og når du sist var på Mi side', en: 'When you first logged in, and when you last saw My page' },
    why: { nb: 'For å vise deg hva som er nytt, og for å kjenne igjen en konto som er i bruk', nn: 'For å vise deg kva som er nytt, og for å kjenne att ein konto som er i bruk', en: 'To show you what is new, and to know an account that is in use' },
    long: { nb: 'Til kontoen blir slettet', nn: 'Til kontoen blir sletta', en: 'Until the account is deleted' },
  },
  {
    name: 'login-links', told: true, days: fixed(1),
    title: { nb: 'Innloggingslenken', nn: 'Innloggingslenkja', en: 'The log-in link' },
    why: { nb: 'For at du skal slippe passord', nn: 'For at du skal sleppe passord', en: 'So that you need no password' },
    long: { nb: 'Virker i 30 minutter. Slettes natta etter at det har gått et døgn', nn: 'Verkar i 30 minutt. Blir sletta natta etter at det har gått eit døgn', en: 'It works for 30 minutes. It is deleted the night after a day has passed' },
    waiting: (before) => sql`(select count(*) from login_link where expires_at < ${at(before)})`, sweep: ({ db }, before) => sweepLoginLinks(db, before),
  },
  {
    name: 'trips', told: true, days: fixed(0),
    title: { nb: 'At du er på vei til eller fra en innloggingstjeneste', nn: 'At du er på veg til eller frå ei innloggingsteneste', en: 'That you are on your way to or from a log-in service' },
    why: { nb: 'For at bare den som begynte, kan fullføre', nn: 'For at berre den som byrja, kan fullføre', en: 'So that only the one who began can finish' },
    long: { nb: 'Under en time. Slettes natta etter', nn: 'Under ein time. Blir sletta natta etter', en: 'Less than an hour. Deleted the night after' },
    waiting: (before) => sql`((select count(*) from login_attempt where expires_at < ${at(before)}) + (select count(*) from stranger where expires_at < ${at(before)}) + (select count(*) from logout_heard where expires_at < ${at(before)}))`, sweep: ({ db }, _, now) => sweepTrips(db, now),
  },
  {
    name: 'passes', told: true, days: { usual: 365, least: 30, most: 1_095 },
    title: { nb: 'Lenker i e-post som du kan svare med', nn: 'Lenkjer i e-post som du kan svare med', en: 'Links in e-mails that you can answer with' },
    why: { nb: 'En lenke som er gått ut, skal fortsatt kunne si hva som kom ut av det du svarte', nn: 'Ei lenkje som er gått ut, skal framleis kunne seie kva som kom ut av det du svarte', en: 'A link that has ended can still tell what came of your answer' },
    long: { nb: '{n} dager etter at de gikk ut', nn: '{n} dagar etter at dei gjekk ut', en: '{n} days after they ended' },
    waiting: (before) => sql`(select count(*) from pass where revoked_at < ${at(before)} or last_day < ${at(before)})`, sweep: ({ db }, before) => sweepPasses(db, before),
  },
  {
    name: 'mails', told: true, days: { usual: 90, least: 14, most: 365 },
    title: { nb: 'E-post som Trådverk har sendt deg', nn: 'E-post som Trådverk har sendt deg', en: 'E-mail that Trådverk has sent you' },
    why: { nb: 'For å kunne svare på om den kom fram. Den som ba om at den ble sendt, ser om den er sendt, venter eller kom i retur', nn: 'For å kunne svare på om han kom fram. Den som bad om at han blei send, ser om han er send, ventar eller kom i retur', en: 'To be able to say whether it arrived. Whoever had it sent sees whether it is sent, waits or came back' },
    long: { nb: 'Teksten fjernes når e-posten er sendt. Mottaker, emne og returmeldinger slettes etter {n} dager', nn: 'Teksten blir fjerna når e-posten er send. Mottakar, emne og returmeldingar blir sletta etter {n} dagar', en: 'The text is removed when the e-mail is sent. Recipient, subject and what came back are deleted after {n} days' },
    waiting: (before) => sql`(select count(*) from mail where created_at < ${at(before)} and (sent_at is not null or failed_at is not null))`, sweep: ({ db }, before) => purgeMails(db, before),
  },
  {
    name: 'mail-choice', told: true,
    title: { nb: 'Hvor mange og hvilke e-poster du vil ha', nn: 'Kor mange og kva e-postar du vil ha', en: 'How many and which e-mails you want' },
    why: { nb: 'For at du ikke skal få mer enn du vil. Vil du ikke ha e-post, ser de som spør deg det', nn: 'For at du ikkje skal få meir enn du vil. Vil du ikkje ha e-post, ser dei som spør deg det', en: 'So that you get no more than you want. If you want none, those who ask you see that' },
    long: { nb: 'Til kontoen blir slettet', nn: 'Til kontoen blir sletta', en: 'Until the account is deleted' },
  },
  {
    name: 'digests', told: false, days: { usual: 60, least: 14, most: 365 },
    title: { nb: 'At ukas e-post er skrevet', nn: 'At vekas e-post er skriven', en: 'That the mail of the week is written' },
    why: { nb: 'For at ingen skal få den to ganger', nn: 'For at ingen skal få han to gonger', en: 'So that nobody gets it twice' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from digest where monday < ${at(before)}::date)`, sweep: ({ db }, before) => sweepDigests(db, before),
  },
  {
    name: 'follow-up-mails', told: false, days: { usual: 400, least: 120, most: 800 },
    title: { nb: 'Hva e-poster om oppgaver fortalte, og når', nn: 'Kva e-postar om oppgåver fortalde, og når', en: 'What e-mails about tasks told, and when' },
    why: { nb: 'For at ingen skal bli minnet to ganger om det samme', nn: 'For at ingen skal bli mint to gonger om det same', en: 'So that nobody is reminded twice of the same' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from follow_up_mail where made_at < ${at(before)})`, sweep: ({ db }, before) => sweepFollowUpMails(db, before),
  },
  {
    name: 'unreachable', told: true,
    title: { nb: 'At en e-postadresse ikke kan nås', nn: 'At ei e-postadresse ikkje kan nåast', en: 'That an e-mail address cannot be reached' },
    why: { nb: 'For at noen skal rette den', nn: 'For at nokon skal rette henne', en: 'So that somebody corrects it' },
    long: { nb: 'Til en e-post kommer fram', nn: 'Til ein e-post kjem fram', en: 'Until an e-mail gets through' },
  },
  {
    name: 'limits', told: true, days: fixed(0),
    title: { nb: 'Hvor ofte noen har prøvd å logge inn', nn: 'Kor ofte nokon har prøvd å logge inn', en: 'How often somebody has tried to log in' },
    why: { nb: 'For å stanse misbruk', nn: 'For å stanse misbruk', en: 'To stop abuse' },
    long: { nb: 'Kortvarig, og som en kode som ikke kan regnes tilbake til adressen din', nn: 'Kortvarig, og som ein kode som ikkje kan reknast tilbake til adressa di', en: 'A short time, and as a code that cannot be turned back into your address' },
    waiting: (before) => sql`(select count(*) from rate_limit where expires_at < ${at(before)})`, sweep: ({ db }, _, now) => sweepLimits(db, now),
  },
  {
    name: 'merges', told: true, days: { usual: 365, least: 30, most: 3_650 },
    title: { nb: 'Hva to kontoer eller organisasjoner het før de ble slått sammen', nn: 'Kva to kontoar eller organisasjonar heitte før dei blei slått saman', en: 'What two accounts or organisations were called before they were merged' },
    why: { nb: 'For at sammenslåingen skal kunne angres', nn: 'For at samanslåinga skal kunne angrast', en: 'So that the merge can be undone' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from merge where at < ${at(before)})`, sweep: ({ db }, before) => sweepMerges(db, before),
  },
  {
    name: 'submissions', told: false, days: fixed(7),
    title: { nb: 'Nøkler til skjemaer som er sendt', nn: 'Nøklar til skjema som er sende', en: 'Keys of forms that were sent' },
    why: { nb: 'For at et skjema som sendes to ganger, bare skal telle én gang', nn: 'For at eit skjema som blir sendt to gonger, berre skal telje éin gong', en: 'So that a form that is sent twice counts once' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from submission where at < ${at(before)})`, sweep: ({ db }, before) => sweepSubmissions(db, before),
  },
  {
    name: 'documents', told: true, days: fixed(daysKept),
    title: { nb: 'Dokumenter som du har bestilt', nn: 'Dokument som du har bestilt', en: 'Documents that you have ordered' },
    why: { nb: 'For at du skal kunne hente dem', nn: 'For at du skal kunne hente dei', en: 'So that you can fetch them' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from document_order where asked_at < ${at(before)})`, sweep: ({ db }, before) => sweepOrders(db, before),
  },
  {
    name: 'readings', told: false, days: { usual: 1, least: 1, most: 30 },
    title: { nb: 'Det som ble lest ut av et regneark', nn: 'Det som blei lese ut av eit rekneark', en: 'What was read out of a spreadsheet' },
    why: { nb: 'For at sidene skal slippe å lese fila igjen mens planen hentes inn', nn: 'For at sidene skal sleppe å lese fila att medan planen blir henta inn', en: 'So that pages need not read the file again while the plan is imported' },
    long: { nb: '{n} dager etter at planen er hentet inn', nn: '{n} dagar etter at planen er henta inn', en: '{n} days after the plan is imported' },
    waiting: (before) => sql`(select count(*) from plan_reading r join plan_import i on i.id = r.import_id where i.state = 'done' and i.done_at < ${at(before)})`, sweep: ({ db }, before) => sweepReadings(db, before),
  },
  {
    name: 'jobs', told: false, days: fixed(7),
    title: { nb: 'Hvor langt arbeid i bakgrunnen er kommet', nn: 'Kor langt arbeid i bakgrunnen er kome', en: 'How far work in the background has come' },
    why: { nb: 'For siden som venter på det. Selve arbeidet er borte etter 30 dager', nn: 'For sida som ventar på det. Sjølve arbeidet er borte etter 30 dagar', en: 'For the page that waits for it. The work itself is gone after 30 days' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from job_progress where at < ${at(before)})`, sweep: ({ db }, before) => sweepProgress(db, before),
  },
  {
    name: 'api-answers', told: false, days: fixed(2),
    title: { nb: 'Svar til andre systemer', nn: 'Svar til andre system', en: 'Answers to other systems' },
    why: { nb: 'For at en endring som sendes to ganger, bare skal telle én gang', nn: 'For at ei endring som blir send to gonger, berre skal telje éin gong', en: 'So that a change that is sent twice counts once' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from api_answer where at < ${at(before)})`, sweep: ({ db }, before) => sweepAnswers(db, before),
  },
  {
    name: 'webhook-deliveries', told: false, days: { usual: 30, least: 7, most: 365 },
    title: { nb: 'Beskjeder til andre systemer', nn: 'Meldingar til andre system', en: 'Messages to other systems' },
    why: { nb: 'For å se hva mottakeren svarte, og sende på nytt det som ikke kom fram', nn: 'For å sjå kva mottakaren svarte, og sende på nytt det som ikkje kom fram', en: 'To see what the receiver answered, and to send anew what did not arrive' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from webhook_delivery where created_at < ${at(before)})`, sweep: ({ db }, before) => sweepDeliveries(db, before),
  },
  {
    name: 'verify-runs', told: false, days: fixed(365),
    title: { nb: 'Hva kontrollene fant', nn: 'Kva kontrollane fann', en: 'What the checks found' },
    why: { nb: 'For å kunne vise at alt har hengt sammen', nn: 'For å kunne vise at alt har hange saman', en: 'To be able to show that everything has held together' },
    long: { nb: '{n} dager', nn: '{n} dagar', en: '{n} days' },
    waiting: (before) => sql`(select count(*) from verify_run where asked_at < ${at(before)})`, sweep: ({ db }, before) => sweepVerifyRuns(db, before),
  },
  {
    name: 'search-words', told: false, days: fixed(0),
    title: { nb: 'Ord som ingen tekst har lenger', nn: 'Ord som ingen tekst har lenger', en: 'Words that no text has any more' },
    why: { nb: 'For at søket skal finne deler av ord. De hører til tekstene', nn: 'For at søket skal finne delar av ord. Dei høyrer til tekstane', en: 'So that search finds parts of words. They belong to the texts' },
    long: { nb: 'Til natta etter at den siste teksten er borte', nn: 'Til natta etter at den siste teksten er borte', en: 'Until the night after the last text is gone' },
    sweep: ({ db }) => sweepSearchWords(db),
  },
]
