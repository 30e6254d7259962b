import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { changeChildren, type ItemRefusal } from '../../../platform/item/item.actions.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type NotAgreed, whyNotAgreed, writingOf } from './written.ts'
import { holdVersion, mostSections, type Section, type WrittenStore, type Written } from './written.store.ts'

export type TextRefusal = ItemRefusal | 'missing' | 'agreed' | 'full' | NotAgreed

/** The text of one kind of item: where it stands, what its events are called, and who may write in it. */
export type WrittenText = { kind: Kind; store: WrittenStore; event: string; mayWrite(viewer: Viewer, workspace: Place, item: Item): boolean }

/** What people do with a text in sections. Each holds the item's row, so that no two come between each other. */
export function writtenActions({ kind, store, event, mayWrite }: WrittenText) {
  const write = (work: Work, workspace: WorkspaceHead, item: Item, version: number, what: string, does: () => Promise<void>) =>
    changeChildren(work, workspace, kind, item, version, `${event}.${what}`, does, mayWrite(work.viewer, workspace, item))

  /** The edition that is being written, held until the transaction is over; or why there is none. */
  async function held(work: Work, item: Item): Promise<{ version: number; edition: number } | { refused: 'missing' | 'agreed' }> {
    const version = await holdVersion(work.tx, item.id)
    const { current, agreed } = writingOf(await store.editionsOf(work.tx, item.id))
    return current ? { version, edition: current.number } : { refused: agreed ? 'agreed' : 'missing' }
  }

  return {
    held,
    write,

    /** Makes the first draft of the text; refuses where one has been begun. `also` writes what belongs to the sections. */
    async draft(work: Work, workspace: WorkspaceHead, item: Item, sections: readonly Written[], also: () => Promise<void> = async () => {}): Promise<Outcome<true, TextRefusal>> {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const version = await holdVersion(work.tx, item.id)
      if ((await store.editionsOf(work.tx, item.id)).length > 0) return { refused: 'stale' }
      return await write(work, workspace, item, version, 'drafted', async () => {
        await store.insertEdition(work.tx, item.id, { number: 1, reason: null, openedOn: osloDate(work.now).toString() })
        await store.insertSections(work.tx, item.id, 1, sections)
        await also()
      })
    },

    /** Writes a section that was read at `revision`: somebody who wrote in another section meanwhile is not in the way. */
    async writeSection(work: Work, workspace: WorkspaceHead, item: Item, section: Section, revision: number, written: Omit<Written, 'key'>): Promise<Outcome<true, TextRefusal>> {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const here = await held(work, item)
      if ('refused' in here) return here
      if (here.edition !== section.edition) return { refused: 'stale' }
      let fresh = true
      const done = await write(work, workspace, item, here.version, 'changed', async () => {
        fresh = await store.updateSection(work.tx, section.id, revision, written)
      })
      return fresh ? done : { refused: 'stale' }
    },

    /** A section of one's own, last or after another. */
    async addSection(work: Work, workspace: WorkspaceHead, item: Item, written: Omit<Written, 'key'>, afterId: string | null): Promise<Outcome<true, TextRefusal>> {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const here = await held(work, item)
      if ('refused' in here) return here
      const sections = await store.sectionsOf(work.tx, item.id, here.edition)
      if (sections.length >= mostSections) return { refused: 'full' }
      return await write(work, workspace, item, here.version, 'section-added', async () => {
        await store.insertSections(work.tx, item.id, here.edition, [{ key: crypto.randomUUID(), ...written }], sections.length)
        const last = (await store.sectionsOf(work.tx, item.id, here.edition)).map((one) => one.id)
        const own = last.find((id) => !sections.some((one) => one.id === id)) ?? ''
        const order = sections.map((one) => one.id)
        const at = order.indexOf(afterId ?? '')
        await store.orderSections(work.tx, order.toSpliced(at === -1 ? order.length : at + 1, 0, own))
      })
    },

    /** Moves a section one place towards the beginning (-1) or the end (1). */
    async moveSection(work: Work, workspace: WorkspaceHead, item: Item, section: Section, by: -1 | 1): Promise<Outcome<true, TextRefusal>> {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const here = await held(work, item)
      if ('refused' in here) return here
      const order = (await store.sectionsOf(work.tx, item.id, here.edition)).map((one) => one.id)
      const at = order.indexOf(section.id)
      const to = at + by
      if (at === -1 || to < 0 || to >= order.length) return { refused: 'stale' }
      return await write(work, workspace, item, here.version, 'moved', () => store.orderSections(work.tx, order.toSpliced(at, 1).toSpliced(to, 0, section.id)))
    },

    /** Takes a section out of what is being written; what was agreed before keeps it. */
    async removeSection(work: Work, workspace: WorkspaceHead, item: Item, section: Section, revision: number): Promise<Outcome<true, TextRefusal>> {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const here = await held(work, item)
      if ('refused' in here) return here
      if (here.edition !== section.edition) return { refused: 'stale' }
      let fresh = true
      const done = await write(work, workspace, item, here.version, 'section-removed', async () => {
        fresh = await store.deleteSection(work.tx, section.id, revision)
      })
      return fresh ? done : { refused: 'stale' }
    },

    /** Locks what is being written; refuses what is empty or has gaps. `settle` gives the item its next version, and its state. */
    async agree(
      work: Work, workspace: WorkspaceHead, item: Item, agreed: { on: string; note: string | null }, settle: (mark: () => Promise<void>) => Promise<Outcome<true, TextRefusal>>,
    ): Promise<Outcome<true, TextRefusal>> {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const here = await held(work, item)
      if ('refused' in here) return here
      const why = whyNotAgreed(await store.sectionsOf(work.tx, item.id, here.edition))
      if (why) return { refused: why }
      return await settle(() => store.markAgreed(work.tx, item.id, here.edition, { ...agreed, by: work.viewer.person?.id ?? null }))
    },

    /** Opens a new edition, which begins as the last one reads: what was agreed stands until the new one is. `also` copies what belongs to the sections. */
    async openEdition(work: Work, workspace: WorkspaceHead, item: Item, reason: string, also: (from: number, to: number) => Promise<void> = async () => {}): Promise<Outcome<true, TextRefusal>> {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const version = await holdVersion(work.tx, item.id)
      const { current, agreed } = writingOf(await store.editionsOf(work.tx, item.id))
      if (!agreed) return { refused: 'missing' }
      if (current) return { refused: 'stale' }
      const sections = await store.sectionsOf(work.tx, item.id, agreed.number)
      return await write(work, workspace, item, version, 'opened', async () => {
        await store.insertEdition(work.tx, item.id, { number: agreed.number + 1, reason, openedOn: osloDate(work.now).toString() })
        await store.insertSections(work.tx, item.id, agreed.number + 1, sections.map(({ key, heading, body }) => ({ key, heading, body })))
        await also(agreed.number, agreed.number + 1)
      })
    },
  }
}
