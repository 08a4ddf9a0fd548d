/**
 * The production build: the pane, its support page, icons and the manifest, to be put on any HTTPS server as they are.
 * ADDIN_BASE_URL says where that is ("https://host/folder"); without it the manifest stays with localhost.
 * `--env workbench` builds the workbench's page instead, which is never shipped.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const LOCAL_BASE = 'https://localhost:3000';

/** The address the files will be served from, without a slash at its end; Office takes add-ins over HTTPS only. */
function baseUrl() {
  const given = process.env.ADDIN_BASE_URL || LOCAL_BASE;
  const { protocol, href } = new URL(given);
  if (protocol !== 'https:') throw new Error(`ADDIN_BASE_URL must begin with https: ${given}`);
  return href.replace(/\/+$/, '');
}

// Before anything is built, so that a wrong address is refused at once.
const base = baseUrl();

const START_SCRIPT = path.resolve(__dirname, 'src/taskpane/start.js');

/** The name of the start script, which changes with its content, like those of the other scripts. */
function startScript() {
  const hash = createHash('sha256').update(readFileSync(START_SCRIPT)).digest('hex');
  return `start.${hash.slice(0, 20)}.js`;
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
    path: path.resolve(__dirname, 'dist'),
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
      templateParameters: { startScript: startScript() },
    }),
    new CopyPlugin({
      patterns: [
        // As it is: made small, it might get syntax that old browsers cannot parse.
        { from: START_SCRIPT, to: startScript(), info: { minimized: true } },
        { from: 'assets/icons/*.png' },
        { from: 'assets/support.html', to: 'support.html' },
        {
          from: 'manifest.xml',
          transform: (content) => content.toString().replaceAll(LOCAL_BASE, base),
        },
      ],
    }),
  ],
  // What has to arrive before the pane is drawn; the commands and the tabs come after it. Bytes before compression: of these,
  // gzip leaves about 150 KB, and 169 KB are allowed.
  performance: {
    hints: 'error',
    maxEntrypointSize: 540_000,
    maxAssetSize: 540_000,
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
