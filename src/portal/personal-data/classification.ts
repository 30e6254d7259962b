import { sql } from 'kysely'
import { type PersonalData, tellingNames, wordsPattern as patternOf } from '../../platform/personal/index.ts'

/**
 * What every column is to a person whom it may concern: the one place that is read when somebody asks what is kept about them, and when their
 * account is deleted. `tests/architecture/personal-data.test.ts` reads the database and fails when a column is not here. The tables of the kinds are
 * contents of the work by themselves; only what points at people in them is named.
 */
export const personalData: PersonalData = {
  person: { title: { nb: 'Navn og språk', nn: 'Namn og språk', en: 'Name and language' }, columns: { name: 'name', blocked_by: 'did', merged_into_id: 'did' } },
  identity: { title: { nb: 'Hvordan du logger inn', nn: 'Korleis du loggar inn', en: 'How you log in' }, columns: { subject: 'address', person_id: 'own' } },
  profile: { title: { nb: 'Profilen din', nn: 'Profilen din', en: 'Your profile' }, columns: { person_id: 'own', help: 'said', topics: 'said', phone: 'said' } },
  consent_change: { title: { nb: 'Hva du har sagt ja til å vise', nn: 'Kva du har sagt ja til å vise', en: 'What you have agreed to show' }, columns: { person_id: 'own' } },
  affiliation: { title: { nb: 'Hvor du hører til', nn: 'Kvar du høyrer til', en: 'Where you belong' }, columns: { person_id: 'own', title: 'said' } },
  membership: { title: { nb: 'Rollene dine i arbeidsrom', nn: 'Rollene dine i arbeidsrom', en: 'Your roles in workspaces' }, columns: { person_id: 'own' } },
  session: { title: { nb: 'Innlogginger som varer', nn: 'Innloggingar som varer', en: 'Log-ins that last' }, columns: { token_hash: 'secret', person_id: 'own', provider: 'plain', issuer: 'plain', sid: 'secret', subject: 'said', id_token: 'secret' } },
  login_link: { title: { nb: 'Innloggingslenker', nn: 'Innloggingslenkjer', en: 'Log-in links' }, columns: { token_hash: 'secret', email: 'address', return_to: 'plain', browser_hash: 'secret' } },
  stranger: {
    title: { nb: 'Innlogginger du har begynt på', nn: 'Innloggingar du har byrja på', en: 'Log-ins you have begun' },
    columns: { browser_hash: 'secret', provider: 'plain', issuer: 'plain', subject: 'plain', sid: 'secret', token_subject: 'secret', id_token: 'secret', suggested_email: 'address', orgnr: 'plain', return_to: 'plain' },
  },
  passkey: { title: { nb: 'Passnøklene dine', nn: 'Passnøklane dine', en: 'Your passkeys' }, columns: { person_id: 'own', public_key: 'secret', transports: 'plain', name: 'said' } },
  first_login: { title: { nb: 'Første gang du logget inn', nn: 'Første gongen du logga inn', en: 'The first time you logged in' }, columns: { person_id: 'own' } },
  visit: { title: { nb: 'Sist du var på Min side', nn: 'Sist du var på Mi side', en: 'When you last saw My page' }, columns: { person_id: 'own' } },
  pass: { title: { nb: 'Lenker i e-post til deg', nn: 'Lenkjer i e-post til deg', en: 'Links in e-mail to you' }, columns: { purpose: 'plain', subject_id: 'plain', person_id: 'own' } },
  draft: { title: { nb: 'Skjemaer du har begynt på', nn: 'Skjema du har byrja på', en: 'Forms you have begun' }, columns: { person_id: 'own', form: 'plain', answers: 'said' } },
  invitation: {
    title: { nb: 'Invitasjoner', nn: 'Invitasjonar', en: 'Invitations' },
    columns: { person_id: 'own', email: 'address', greeting: 'told', pass_id: 'plain', mail_id: 'plain', invited_by: 'did', passed_on_by: 'did', answer: 'told' },
  },
  follow_up_answer: {
    title: { nb: 'Svar du har gitt om oppgaver', nn: 'Svar du har gitt om oppgåver', en: 'Answers you have given about tasks' },
    columns: { note: 'said', given_to_id: 'cut', given_to: 'told', person_id: 'did' },
  },
  follow_up_mail: { title: { nb: 'E-poster til deg om oppgaver', nn: 'E-postar til deg om oppgåver', en: 'E-mails to you about tasks' }, columns: { person_id: 'own', pass_id: 'plain', mail_id: 'plain' } },
  status_contact: { title: { nb: 'Hvem du svarer for', nn: 'Kven du svarer for', en: 'Whom you answer for' }, columns: { person_id: 'own' } },
  status_asked: { title: { nb: 'Statusrunder du er spurt i', nn: 'Statusrundar du er spurd i', en: 'Status rounds you were asked in' }, columns: { person_id: 'did', pass_id: 'plain', mail_id: 'plain' } },
  status_sending: {
    title: { nb: 'Svar du har sendt om tiltak', nn: 'Svar du har sendt om tiltak', en: 'Answers you have sent about measures' },
    columns: { state: 'plain', note: 'said', result: 'said', decision: 'said', why_not: 'said', person_id: 'did', told_by: 'told', kept: 'work' },
  },
  status_answer: { title: { nb: 'Svar du har begynt på om tiltak', nn: 'Svar du har byrja på om tiltak', en: 'Answers you have begun about measures' }, columns: { asked_state: 'plain', state: 'plain', note: 'work', result: 'work', decision: 'work', why_not: 'work', saved_by: 'did' } },
  status_round: { title: { nb: 'Statusrunder du har laget', nn: 'Statusrundar du har laga', en: 'Status rounds you have made' }, columns: { title: 'said', message: 'told', scope_id: 'plain', left_out: 'plain', made_by: 'did' } },
  status_introduction: { title: { nb: 'Det du har skrevet først i rapporter om status', nn: 'Det du har skrive først i rapportar om status', en: 'What you wrote first in reports on status' }, columns: { text: 'work', person_id: 'did' } },
  picture_round: { title: { nb: 'Felles bilder du har laget', nn: 'Felles bilete du har laga', en: 'Common pictures you have made' }, columns: { title: 'said', message: 'told', made_by: 'did' } },
  picture_answer: { title: { nb: 'Svar om utfordringer du har skrevet på', nn: 'Svar om utfordringar du har skrive på', en: 'Answers on challenges you have written on' }, columns: { saved_by: 'did', sent_by: 'did', told_by: 'told' } },
  // The words are an organisation's, whoever of it wrote them.
  picture_rating: { columns: { comment: 'told' } },
  picture_asked: { title: { nb: 'Felles bilder du er spurt om', nn: 'Felles bilete du er spurd om', en: 'Common pictures you were asked about' }, columns: { person_id: 'did', pass_id: 'plain', mail_id: 'plain' } },
  expectation_round: { title: { nb: 'Forventningsrunder du har laget', nn: 'Forventningsrundar du har laga', en: 'Rounds of expectations you have made' }, columns: { title: 'said', message: 'told', made_by: 'did' } },
  expectation_answer: { title: { nb: 'Svar om forventninger du har skrevet på', nn: 'Svar om forventningar du har skrive på', en: 'Answers on expectations you have written on' }, columns: { saved_by: 'did', sent_by: 'did', told_by: 'told' } },
  // The words are an organisation's, whoever of it wrote them.
  expectation_statement: { columns: { text: 'told' } },
  expectation_asked: { title: { nb: 'Forventningsrunder du er spurt i', nn: 'Forventningsrundar du er spurd i', en: 'Rounds of expectations you were asked in' }, columns: { person_id: 'did', pass_id: 'plain', mail_id: 'plain' } },
  readiness_override: { title: { nb: 'Steg på veien til en avtale som du har gått forbi', nn: 'Steg på vegen til ein avtale som du har gått forbi', en: 'Steps on the way to an agreement that you passed by' }, columns: { reason: 'said', overridden_by: 'did', withdrawn_by: 'did' } },
  expectation_reply: { title: { nb: 'Forventninger du har svart på', nn: 'Forventningar du har svart på', en: 'Expectations you have replied to' }, columns: { word: 'said', person_id: 'did', told_by: 'told' } },
  evaluation_round: { title: { nb: 'Evalueringer du har sendt', nn: 'Evalueringar du har sendt', en: 'Evaluations you have sent' }, columns: { asked_by: 'did' } },
  // That somebody was asked, and the day they answered. Nothing points from a person to what they answered; what they had begun on is among their drafts.
  evaluation_asked: { title: { nb: 'Evalueringer du er spurt i', nn: 'Evalueringar du er spurd i', en: 'Evaluations you were asked in' }, columns: { person_id: 'did', pass_id: 'plain', mail_id: 'plain' } },
  evaluation_word: { columns: { text: 'told' } },
  evaluation_statement: { columns: { text: 'work' } },
  handover: {
    title: { nb: 'Overleveringer', nn: 'Overleveringar', en: 'Handovers' },
    columns: { person_id: 'did', subject_id: 'plain', receiver_id: 'cut', proposed_id: 'cut', raised_by: 'did', settled_by: 'did', given_to: 'did' },
  },
  item: {
    title: { nb: 'Det du har laget eller endret i planer', nn: 'Det du har laga eller endra i planar', en: 'What you have made or changed in plans' },
    columns: {
      kind: 'plain', title: 'work', code: 'work', audience_roles: 'plain', state: 'plain', created_by: 'did', changed_by: 'did', removed_by: 'did', search_title: 'work', search_text: 'work', search_body: 'work',
    },
  },
  agreement_edition: { title: { nb: 'Avtaletekster du har sagt er avtalt', nn: 'Avtaletekstar du har sagt er avtalte', en: 'Agreement texts you said were agreed' }, columns: { reason: 'work', agreed_note: 'work', agreed_by: 'did' } },
  agreement_section: { columns: { key: 'plain', heading: 'work', body: 'work' } },
  agreement_party: {
    title: { nb: 'Forankring og signaturer du har registrert', nn: 'Forankring og signaturar du har registrert', en: 'Anchoring and signatures you registered' },
    columns: { anchored_body: 'work', anchored_case: 'work', anchored_by: 'did', signed_name: 'told', signed_early: 'work', signed_by: 'did', left_why: 'work' },
  },
  agreement_succession: { title: { nb: 'Svar du har gitt om etterfølgere', nn: 'Svar du har gitt om etterfølgjarar', en: 'Answers you gave about successors' }, columns: { note: 'work', answered_by: 'did' } },
  yearly_report_edition: { title: { nb: 'Årsrapporter du har gjort ferdig', nn: 'Årsrapportar du har gjort ferdig', en: 'Yearly reports you finished' }, columns: { reason: 'work', agreed_note: 'work', agreed_by: 'did' } },
  agreement_comment: { title: { nb: 'Kommentarer du har skrevet til avtaler', nn: 'Kommentarar du har skrive til avtalar', en: 'Comments you wrote on agreements' }, columns: { person_id: 'did', text: 'said', resolved_by: 'did' } },
  governance_seat: { columns: { holder: 'told' } },
  arena: { title: { nb: 'Arenaer du er kontakt for', nn: 'Arenaer du er kontakt for', en: 'Arenas you are the contact of' }, columns: { contact_id: 'cut' } },
  arena_member: { title: { nb: 'Arenaer du er med i', nn: 'Arenaer du er med i', en: 'Arenas you are a member of' }, columns: { person_id: 'cut' } },
  matter_step: { title: { nb: 'Det du har gjort med saker', nn: 'Det du har gjort med saker', en: 'What you have done with matters' }, columns: { taken_by: 'did' } },
  follow_up: { title: { nb: 'Oppgaver du følger opp', nn: 'Oppgåver du følgjer opp', en: 'Tasks you follow up' }, columns: { responsible_id: 'cut' } },
  agenda_point: {
    title: { nb: 'Møtesaker du er ansvarlig for eller har skrevet referat av', nn: 'Møtesaker du er ansvarleg for eller har skrive referat av', en: 'Points you are responsible for or have taken minutes of' },
    columns: { title: 'work', note: 'work', said: 'work', responsible_id: 'cut', said_by: 'did' },
  },
  agenda_paper: { columns: { title: 'work' } },
  minutes_opening: { columns: { said: 'work' } },
  unapproved_outcome: { columns: { roles: 'plain', audience_before: 'plain', roles_before: 'plain' } },
  meeting_series: { title: { nb: 'Møteserier du har laget', nn: 'Møteseriar du har laga', en: 'Meeting series you have made' }, columns: { title: 'work', starts_at: 'plain', ends_at: 'plain', made_by: 'did' } },
  meeting_call: { columns: { message: 'work', sent_as: 'plain' } },
  meeting_invitee: {
    title: { nb: 'Møter du er innkalt til', nn: 'Møte du er kalla inn til', en: 'Meetings you are called to' },
    columns: { person_id: 'did', role: 'plain', pass_id: 'plain', mail_id: 'plain', word: 'said' },
  },
  calendar_feed: { title: { nb: 'Kalenderen din', nn: 'Kalenderen din', en: 'Your calendar' }, columns: { person_id: 'own' } },
  measure: { title: { nb: 'Tiltak du er ansvarlig for', nn: 'Tiltak du er ansvarleg for', en: 'Measures you are responsible for' }, columns: { responsible_id: 'cut' } },
  link: { title: { nb: 'Sammenhenger du har knyttet', nn: 'Samanhengar du har knytt', en: 'Ties you have made' }, columns: { note: 'work', created_by: 'did', removed_by: 'did' } },
  loose_thread_waiver: { title: { nb: 'Regler du har sagt ikke gjelder', nn: 'Reglar du har sagt ikkje gjeld', en: 'Rules you have said do not apply' }, columns: { rule: 'plain', reason: 'said', by: 'did' } },
  loose_thread_choice: { title: { nb: 'Regler du har endret', nn: 'Reglar du har endra', en: 'Rules you have changed' }, columns: { rule: 'plain', reason: 'said', by: 'did' } },
  offer: { title: { nb: 'Det organisasjonen din kan bidra med', nn: 'Det organisasjonen din kan bidra med', en: 'What your organisation can contribute' }, columns: { text: 'work', contact_id: 'cut', created_by: 'did', changed_by: 'did' } },
  offer_version: { title: { nb: 'Tidligere tekster om hva dere kan bidra med', nn: 'Tidlegare tekstar om kva de kan bidra med', en: 'Earlier texts on what you can contribute' }, columns: { person_id: 'did', body: 'work' } },
  event: {
    title: { nb: 'Historien: hva du har gjort, og når', nn: 'Historia: kva du har gjort, og når', en: 'The history: what you did, and when' },
    columns: { workspace_id: 'plain', what: 'plain', item_id: 'plain', person_id: 'did', acting_for_id: 'plain', via: 'plain', body: 'sealed', salt: 'secret' },
    // The chain covers a salted digest of it and holds without it. What stands with an address, or that they wrote of themselves by name, goes.
    alsoRemoved: ({ ids, names, addresses }) => sql`(t.body::text ~* ${patternOf(addresses)} or (t.person_id = any(${[...ids]}::uuid[]) and t.body::text ~* ${patternOf(tellingNames(names))}))`,
  },
  mail: {
    title: { nb: 'E-post til deg, og e-post som ble sendt for deg', nn: 'E-post til deg, og e-post som vart send for deg', en: 'E-mail to you, and e-mail that was sent for you' },
    columns: {
      message_id: 'plain', person_id: 'own', recipient: 'address', reply_to: 'reply', subject: 'told', text: 'told', html: 'told', purpose: 'plain', last_failure: 'told', sender_id: 'cut', content: 'told',
      bounce_status: 'plain', calendar: 'told',
    },
  },
  mail_report: { columns: { status: 'plain', detail: 'told' } },
  mail_choice: { title: { nb: 'Hvilken e-post du vil ha', nn: 'Kva e-post du vil ha', en: 'Which e-mail you want' }, columns: { person_id: 'own' } },
  mail_muted: { title: { nb: 'Arbeidsrom du ikke vil ha nytt fra', nn: 'Arbeidsrom du ikkje vil ha nytt frå', en: 'Workspaces you want no news from' }, columns: { person_id: 'own' } },
  mail_unreachable: { title: { nb: 'Adresser som ikke kan nås', nn: 'Adresser som ikkje kan nåast', en: 'Addresses that cannot be reached' }, columns: { address: 'address', status: 'plain' } },
  digest: { title: { nb: 'Ukas e-poster', nn: 'Vekas e-postar', en: 'Mails of the week' }, columns: { person_id: 'own' } },
  file: {
    title: { nb: 'Filer du har lastet opp', nn: 'Filer du har lasta opp', en: 'Files you have uploaded' },
    columns: { sha256: 'secret', media_type: 'plain', name: 'said', uploaded_by: 'did' },
    alsoRemoved: ({ ids }) => sql`(t.staged_until is not null and t.uploaded_by = any(${[...ids]}::uuid[]))`,
  },
  document_order: { title: { nb: 'Dokumenter du har bestilt', nn: 'Dokument du har bestilt', en: 'Documents you have ordered' }, columns: { person_id: 'own', file: 'plain', query: 'plain', rights: 'plain', job_id: 'plain' } },
  plan_import: {
    title: { nb: 'Planer du har hentet inn', nn: 'Planar du har henta inn', en: 'Plans you have imported' },
    columns: { job_id: 'plain', refusal: 'plain', layout: 'work', choices: 'work', counts: 'plain', created_by: 'did', done_by: 'did' },
  },
  workspace: {
    title: { nb: 'Arbeidsrom du har avsluttet eller åpnet', nn: 'Arbeidsrom du har avslutta eller opna', en: 'Workspaces you have closed or opened' },
    columns: { slug: 'work', title: 'work', template: 'plain', parts_in_use: 'plain', focus_reason: 'work', funder: 'work', state_changed_by: 'did' },
  },
  succession_step: { title: { nb: 'Kommuner du har latt ta over', nn: 'Kommunar du har late ta over', en: 'Municipalities you let take over' }, columns: { from_ids: 'plain', choices: 'plain', confirmed_by: 'did', undone_by: 'did' } },
  // What was moved when people were made one: it holds what both were called, and all that pointed at them.
  moved: {
    columns: { journal: 'plain', table_name: 'plain', key: 'plain', column_name: 'plain', old: 'told', new: 'told' },
    alsoRemoved: ({ ids, addresses }) => sql`(
      exists (select from merge m where m.id = t.journal and m.kind = 'person' and (m.from_id = any(${[...ids]}::uuid[]) or m.to_id = any(${[...ids]}::uuid[])))
      or concat_ws(' ', t.key, t.old, t.new) ~* ${patternOf([...ids, ...addresses])})`,
  },
  merge: {
    columns: { from_id: 'plain', to_id: 'plain', from_name: 'told', to_name: 'told', name: 'told', by: 'plain', undone_by: 'plain' },
    alsoRemoved: ({ ids }) => sql`(t.kind = 'person' and (t.from_id = any(${[...ids]}::uuid[]) or t.to_id = any(${[...ids]}::uuid[])))`,
  },
  not_duplicate: { columns: { one_id: 'plain', other_id: 'plain', by: 'plain' }, alsoRemoved: ({ ids }) => sql`(t.kind = 'person' and (t.one_id = any(${[...ids]}::uuid[]) or t.other_id = any(${[...ids]}::uuid[])))` },
  erasure: { title: { nb: 'At du har bedt om å bli slettet', nn: 'At du har bede om å bli sletta', en: 'That you have asked to be deleted' }, columns: { person_id: 'did', asked_by: 'did', reason: 'told', undone_by: 'did', outcome: 'plain' } },
  setting: { title: { nb: 'Innstillinger du har endret', nn: 'Innstillingar du har endra', en: 'Settings you have changed' }, columns: { name: 'plain', value: 'work', changed_by: 'did' } },
  verify_run: { title: { nb: 'Kontroller du har bedt om', nn: 'Kontrollar du har bede om', en: 'Checks you have asked for' }, columns: { asked_by: 'did', job_id: 'plain', lines: 'plain' } },
  api_key: { title: { nb: 'Nøkler til andre systemer som du har laget', nn: 'Nøklar til andre system som du har laga', en: 'Keys to other systems that you have made' }, columns: { name: 'said', token_hash: 'secret', hint: 'plain', kinds: 'plain', created_by: 'did', revoked_by: 'did' } },
  webhook: { title: { nb: 'Beskjeder til andre systemer som du har satt opp', nn: 'Meldingar til andre system som du har sett opp', en: 'Messages to other systems that you have set up' }, columns: { address: 'said', events: 'plain', created_by: 'did', paused_why: 'plain' } },

  // Nobody is in these, or only as part of the common work.
  // What another system was answered; kept a short while, and no longer as it was when it names somebody who is gone.
  api_answer: { columns: { key: 'secret', fingerprint: 'secret', headers: 'plain', body: 'told' } },
  workspace_export: { title: { nb: 'Arbeidsrom du har tatt ut', nn: 'Arbeidsrom du har teke ut', en: 'Workspaces you have taken out' }, columns: { person_id: 'own', job_id: 'plain' } },
  workspace_intake: { title: { nb: 'Arbeidsrom du har hentet inn', nn: 'Arbeidsrom du har henta inn', en: 'Workspaces you have brought in' }, columns: { person_id: 'own', job_id: 'plain', refused: 'plain' } },
  // What happened where a workspace came from, with the names of those who did it.
  workspace_brought: { columns: { origin: 'plain', program: 'plain', sha256: 'secret', history: 'told' } },
  webhook_delivery: { columns: { event: 'plain', body: 'plain', last_failure: 'plain' } },
  event_chain: { columns: { workspace_id: 'plain', digest: 'secret', mac: 'secret' } },
  event_head: { columns: { workspace_id: 'plain', mac: 'secret' } },
  installation: { columns: { secret_digest: 'secret' } },
  login_attempt: { columns: { state_hash: 'secret', browser_hash: 'secret', provider: 'plain', nonce: 'secret', verifier: 'secret', return_to: 'plain' } },
  logout_heard: { columns: { message_hash: 'secret' } },
  imported_row: { columns: { sheet: 'work', said: 'work' } },
  plan_reading: { columns: { plan: 'work', preview: 'work' } },
  job_progress: { columns: { job_id: 'plain' } },
  loose_thread: { columns: { rule: 'plain', subject: 'plain' } },
  loose_thread_count: { columns: { rule: 'plain' } },
  official_number: { columns: { number: 'plain' } },
  organisation: { columns: { name: 'work', orgnr: 'plain', official_number: 'plain', web: 'plain', place: 'plain' } },
  organisation_name: { columns: { name: 'plain' } },
  rate_limit: { columns: { key: 'secret' } },
  register_entry: { columns: { population_source: 'plain' } },
  register_version: { columns: { digest: 'plain' } },
  relation: { columns: { relation: 'plain', from_kind: 'plain', to_kind: 'plain' } },
  retention_run: { columns: { kind: 'plain' } },
  // Single words out of texts: they go with the last text that has them.
  search_word: { columns: { word: 'work' } },
  submission: { columns: { key: 'plain', location: 'told' } },
}
