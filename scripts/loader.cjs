// Copied into dist/. Runs a bundle with the V8 code cache that was made beside it; without one, or with one of another
// Node, V8 compiles as usual. Bundles are pure ASCII, so that reading them costs no decoding.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const loaded = new Map()

module.exports = function load(file, onScript) {
  const known = loaded.get(file)
  if (known) return known.exports
  const filename = join(__dirname, file)
  let cachedData
  try {
    cachedData = readFileSync(`${filename}.cache`)
  } catch {}
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`
  const script = new Script(source, cachedData ? { filename, cachedData } : { filename })
  const made = { exports: {} }
  loaded.set(file, made)
  const own = (name) => {
    if (name === './loader.cjs') return (part) => load(part, onScript)
    return name.startsWith('./') && name.endsWith('.cjs') ? load(name.slice(2), onScript) : require(name)
  }
  own.resolve = require.resolve
  script.runInThisContext().call(made.exports, made.exports, own, made, filename, __dirname)
  onScript?.(file, script)
  return made.exports
}
