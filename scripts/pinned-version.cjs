// npm leaves out optional packages that say they do not run under the Node that npm runs under, and says nothing. What
// counts here is the Node that will run them, so an npm under an older one is told the pinned version (see install.mjs).
const { PINNED_NODE } = process.env
Object.defineProperty(process, 'version', { value: `v${PINNED_NODE}` })
Object.defineProperty(process.versions, 'node', { value: PINNED_NODE })
