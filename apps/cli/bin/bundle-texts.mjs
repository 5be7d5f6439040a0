/** The command of a bundle: its own Node when it brings one, else the machine's. */
export const startScript = `#!/bin/sh
# Ducha: ./ducha start, ./ducha --help
link=$0
while [ -h "$link" ]; do
  next=$(readlink "$link")
  case $next in /*) link=$next ;; *) link=$(dirname "$link")/$next ;; esac
done
here=$(cd "$(dirname "$link")" && pwd) || exit 1
node=node
[ -x "$here/node/node" ] && node=$here/node/node
command -v "$node" >/dev/null 2>&1 || { echo 'Ducha needs Node 20.19 or newer on the PATH.' >&2; exit 1; }
exec "$node" --max-old-space-size=1024 "$here/apps/cli/bin/ducha.mjs" "$@"
`;

/** What a person reads who was handed the archive. */
export const guide = (version) => `# Ducha ${version} without a network / 离线安装

Everything is in this folder: the program, its modules, the pages with their fonts, and PostgreSQL.
Only Node 20.19 or newer must be on the machine (unless the folder \`node\` is here: then not even that).

本目录已包含全部内容：程序、依赖模块、网页与字体、PostgreSQL。机器上只需有 Node 20.19 或更新版本
（若本目录内有 \`node\` 文件夹，则无需另装）。

    tar -xzf ducha-${version}-….tar.gz
    cd ducha-${version}-…
    DUCHA_DEMO=0 ./ducha start     # without demonstration data / 不载入演示数据
    ./ducha admin create --help    # the first accounts / 创建首批账号

The data are in \`.ducha\` in this folder, or where \`DUCHA_HOME\` says. For a new version unpack it beside the old one,
stop the old one, and start the new one with \`DUCHA_HOME\` naming the old \`.ducha\`.

数据保存在本目录的 \`.ducha\` 中，或由 \`DUCHA_HOME\` 指定。升级时将新版本解压到旁边，停止旧版本，
再以 \`DUCHA_HOME\` 指向旧的 \`.ducha\` 启动新版本。
`;
