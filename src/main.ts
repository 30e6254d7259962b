import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from './platform/project-root.ts'

// What the program was compiled to is kept beside it, so that the next start need not do it again. Where we may not write, nothing is kept.
enableCompileCache(join(projectRoot, 'dist/compiled'))
const { runHouse } = await import('./app/house.ts')
await runHouse(process.env)
