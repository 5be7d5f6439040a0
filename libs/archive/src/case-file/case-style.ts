/** Looks of the case file, on a screen and on A4 paper; fonts are those of the reader's machine. */
export const caseStyle = `
body{font:15px/1.7 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1b1b1b;max-width:1080px;margin:0 auto;padding:24px}
header{text-align:center;border-bottom:2px solid #a61b1b;padding-bottom:16px}.county{margin:0;color:#a61b1b;letter-spacing:.2em}
h1{font-size:32px;letter-spacing:.5em;margin:8px 0 8px .5em}.title{font-size:20px;font-weight:600}header .facts{margin:0 auto;text-align:left;width:auto}
h2{font-size:19px;border-left:4px solid #a61b1b;padding-left:10px;margin-top:32px}h3{font-size:16px}h4{font-size:15px;margin:16px 0 4px}
table{border-collapse:collapse;width:100%;margin:8px 0;font-size:13px}th,td{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
th{background:#f3efe9;font-weight:600;white-space:nowrap}.facts th{width:7em}.said{white-space:pre-wrap;background:#faf8f4;border:1px solid #ddd;padding:10px 14px;margin:8px 0}
code{font:12px ui-monospace,monospace;overflow-wrap:anywhere}.none{color:#555}article{margin-bottom:28px}a{color:#0b4f9e}
@media(max-width:700px){body{padding:12px}section,article{overflow-x:auto}}
@media print{@page{size:A4;margin:18mm 15mm}body{max-width:none;padding:0;font-size:10.5pt}table{font-size:9pt}tr,h2,h3,h4{break-inside:avoid}h2,h3,h4{break-after:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}nav{break-after:page}}
`;
