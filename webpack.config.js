/**
 * The production build: the pane, its support page, icons, the manifest, the administrators' page and the configuration of
 * servers, to be put on any HTTPS server as they are. ADDIN_BASE_URL says where that is ("https://host/folder"); without it
 * the manifest stays with localhost. `--env workbench` builds the workbench's page instead, which is never shipped.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const typescript = require('tsx/cjs/api');
const { Compilation, sources } = require('webpack');

/** A module of src/hosting, which the workbench's server and the tests use, too. */
const hosting = (name) => typescript.require(`./src/hosting/${name}.ts`, __filename);
const { manifestFor, siteAddress } = hosting('siteAddress');
const { metaPolicyText, OFFICE_JS, PANE_POLICY, TEXT_POLICY } = hosting('policy');
const { ADMINISTRATOR_DOCUMENT, ADMINISTRATOR_PAGE, administratorPage } = hosting('administratorPage');
const { serverFiles } = hosting('serverFiles');

// Before anything is built, so that a wrong address is refused at once.
const address = siteAddress(process.env.ADDIN_BASE_URL);

const hashIn = (file) => /[0-9a-f]{20}(?=\.js)/.exec(file)[0];

/**
 * Source maps name scripts by the hashes that these have before they are made small, which depend on the folder of the project.
 * With the final ones the build has the same bytes in every folder.
 */
function putFinalHashes(compilation) {
  const maps = compilation.getAssets().filter(({ name }) => name.endsWith('.js.map'));
  const texts = maps.map(({ name, source }) => [name, source.source().toString()]);
  const final = new Map(texts.map(([name, text]) => [hashIn(JSON.parse(text).file), hashIn(name)]));
  for (const [name, text] of texts) {
    const renamed = text.replace(/[0-9a-f]{20}/g, (hash) => final.get(hash) ?? hash);
    compilation.updateAsset(name, new sources.RawSource(renamed));
  }
}

/** Adds what is written from data when all other files and their names are known. */
const writtenFiles = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('WrittenFiles', (compilation) => {
      const emit = (name, text) => compilation.emitAsset(name, new sources.RawSource(text));
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'WrittenFiles', stage }, (assets) => {
        putFinalHashes(compilation);
        emit(ADMINISTRATOR_PAGE, administratorPage(readFileSync(path.join(__dirname, ADMINISTRATOR_DOCUMENT), 'utf8')));
        for (const [name, text] of Object.entries(serverFiles(Object.keys(assets)))) emit(name, text);
      });
    });
  },
};

/** Scripts of the page that are copied as they are: made small, they might get syntax that old browsers cannot parse. */
const PLAIN_SCRIPTS = { pageStart: 'src/taskpane/pageStart.js', start: 'src/taskpane/start.js' };

/** The name of such a script, which changes with its content, like those of the other scripts. */
function plainName(script) {
  const content = readFileSync(path.resolve(__dirname, PLAIN_SCRIPTS[script]));
  return `${script}.${createHash('sha256').update(content).digest('hex').slice(0, 20)}.js`;
}

const TYPESCRIPT = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
  },
};
const resolve = { extensions: ['.tsx', '.ts', '.js'] };

const pane = () => ({
  entry: { taskpane: './src/taskpane/index.tsx' },
  output: {
    path: path.resolve(__dirname, 'dist/site'),
    filename: '[name].[contenthash].js',
    publicPath: 'auto',
    clean: true,
  },
  // Never one of the eval kinds: the page's policy forbids eval.
  devtool: 'source-map',
  resolve,
  module: { rules: [TYPESCRIPT] },
  plugins: [
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: './src/taskpane/taskpane.html',
      chunks: ['taskpane'],
      templateParameters: {
        pageStart: plainName('pageStart'),
        startScript: plainName('start'),
        policy: metaPolicyText(PANE_POLICY),
        officeJs: OFFICE_JS,
      },
    }),
    new HtmlPlugin({
      filename: 'support.html',
      template: './assets/support.html',
      chunks: [],
      policy: metaPolicyText(TEXT_POLICY),
    }),
    new CopyPlugin({
      patterns: [
        ...Object.entries(PLAIN_SCRIPTS).map(([name, from]) => ({
          from,
          to: plainName(name),
          info: { minimized: true },
        })),
        { from: 'assets/icons/*.png' },
        {
          from: 'manifest.xml',
          transform: (content) => manifestFor(address, content.toString()),
        },
      ],
    }),
    writtenFiles,
  ],
  // The sheets are most of what the commands need: in a file of their own both come at once, and a change in one leaves the other cached.
  optimization: {
    splitChunks: {
      cacheGroups: {
        sheets: {
          test: /[\\/]src[\\/](sheets|spreadsheet)[\\/]/,
          chunks: ({ name }) => name === 'commands',
          name: 'sheets',
          enforce: true,
        },
      },
    },
  },
  // What has to arrive before the pane is drawn is the entry point. Bytes before compression: of these, gzip leaves about 143 KB, and
  // 169 KB are allowed. The commands, the sheets, the words of what they find and the tabs come after it.
  performance: {
    hints: 'error',
    maxEntrypointSize: 500_000,
    maxAssetSize: 500_000,
    assetFilter: (name) => name.endsWith('.js'),
  },
});

const workbench = () => ({
  entry: { workbench: './src/workbench/page/index.ts' },
  output: {
    path: path.resolve(__dirname, 'out/workbench/page'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash].js',
    clean: true,
  },
  devtool: false,
  resolve,
  experiments: { css: true },
  module: { rules: [TYPESCRIPT, { test: /\.css$/, type: 'css/auto' }] },
  plugins: [new HtmlPlugin({ filename: 'index.html', template: './src/workbench/page/index.html' })],
  // It is served on this computer only: making it small would cost a minute and save nothing.
  optimization: { minimize: false },
  performance: { hints: false },
  cache: { type: 'filesystem', name: 'workbench' },
});

module.exports = (env = {}) => (env.workbench ? workbench() : pane());
