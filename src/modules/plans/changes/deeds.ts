import type { Lang } from '../../../platform/text/texts.ts'
import type { Change } from './changes.store.ts'
import { changesWords } from './changes.words.ts'

type Deed = keyof (typeof changesWords)['nb']['did']

const deeds: Readonly<Record<string, Deed>> = {
  'item.added': 'added', 'item.changed': 'changed', 'item.removed': 'removed', 'item.restored': 'restored',
  'link.made': 'linked', 'link.removed': 'unlinked', 'link.restored': 'relinked', 'workspace.made': 'started', 'workspace.changed': 'settings', 'party.added': 'party', 'party.changed': 'party',
  'organisation.merged': 'merged', 'person.merged': 'merged', 'organisation.parted': 'parted', 'person.parted': 'parted', 'organisation.succeeded': 'succeeded', 'organisation.restituted': 'restituted',
  'workspace.archived': 'archived', 'workspace.restored': 'reopened', 'invitation.sent': 'invited', 'invitation.sentAgain': 'invited', 'invitation.accepted': 'joined', 'invitation.reminded': 'invitation',
  'invitation.declined': 'invitation', 'invitation.withdrawn': 'invitation', 'invitation.passedOn': 'invitation', 'invitation.expired': 'invitation', 'member.changed': 'people', 'member.ended': 'people', 'member.left': 'left', 'member.added': 'people',
  'status.asked': 'asked', 'status.answered': 'answered', 'status.reminded': 'asked',
  'picture.asked': 'pictureAsked', 'picture.answered': 'pictureAnswered', 'picture.shown': 'pictureShown', 'expectation.asked': 'expectationAsked', 'expectation.answered': 'expectationAnswered', 'expectation.replied': 'expectationReplied',
  'expectation.released': 'expectationShown', 'meeting.answered': 'meetingAnswered', 'meeting.answer-registered': 'meetingRegistered', 'meeting.attended': 'meetingAttended', 'matter.moved': 'matterMoved', 'agreement.commented': 'commented',
  'evaluation.reminded': 'followed', 'evaluation.extended': 'followed', 'evaluation.asked-also': 'followed', 'evaluation.link-revoked': 'followed', 'evaluation.link-renewed': 'followed',
  'plan.imported': 'imported',
}

/** What is done of one kind and about no item, where the deed itself has no words of its own. */
const areas: Readonly<Record<string, Deed>> = {
  status: 'round', picture: 'picture', expectation: 'expectation', offer: 'offers', readiness: 'readiness', handover: 'handover', key: 'settings', webhook: 'settings', workspace: 'settings', check: 'settings', setting: 'settings', member: 'people',
}

/** What was done, as a verb in the past: a version that was made in another way is a change, and what is about no item is said whole. */
export function deedOf({ what, after, item }: Pick<Change, 'what' | 'after' | 'item'>, lang: Lang): string {
  const { did } = changesWords[lang]
  const [area = ''] = what.split('.')
  return did[deeds[what] ?? (after ? 'changed' : item ? 'other' : (areas[area] ?? 'otherHere'))]
}
