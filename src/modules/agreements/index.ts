export { agreement } from './agreement/agreement.ts'
export { agreements } from './manifest.ts'
