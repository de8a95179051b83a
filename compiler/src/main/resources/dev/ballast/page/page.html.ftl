<#macro cell it>
<#if it.swatch != ""><i class="swatch ${it.swatch}"></i></#if><#if it.link != ""><a href="#${it.link}">${it.text}</a><#elseif it.bar != ""><b>${it.text}</b><span class="meter"><i style="width:${it.bar}"></i></span><#else>${it.text}</#if><#if it.note != ""><small>${it.note}</small></#if><#t>
</#macro>
<#macro row cells columns>
<tr><#list cells as it><td class="<#if columns[it?index].isNumber>number</#if><#if it.bar != ""> barred</#if>"><@cell it/></td></#list></tr>
</#macro>
<#macro table it>
<div class="scroll" role="region" tabindex="0" aria-label="${it.caption}">
<table>
<caption>${it.caption}</caption>
<thead><tr><#list it.columns as column><th scope="col"<#if column.isNumber> class="number"</#if>>${column.name}</th></#list></tr></thead>
<tbody>
<#list it.rows as cells>
<@row cells it.columns/>
</#list>
</tbody>
<#if it.foot?has_content>
<tfoot>
<@row it.foot it.columns/>
</tfoot>
</#if>
</table>
</div>
</#macro>
<#macro block it>
<div class="block">
<#switch it.kind>
<#case "table">
<@table it/>
<#break>
<#case "tiles">
<dl class="tiles">
<#list it.tiles as tile>
<div class="tile"><dt>${tile.name}</dt><dd class="value">${tile.value}</dd><dd class="note">${tile.note}</dd></div>
</#list>
</dl>
<#break>
<#case "notes">
<ul class="notes">
<#list it.lines as line>
<li>${line}</li>
</#list>
</ul>
<#break>
<#case "figure">
<figure>
<figcaption><span>${it.caption}</span><#if it.legend?has_content><ul class="legend"><#list it.legend as key><li><i class="swatch ${key.style}"></i>${key.name}</li></#list></ul></#if></figcaption>
${it.wide}
${it.narrow}
</figure>
<details class="data"><summary>Figures</summary>
<@table it.figures/>
</details>
<#break>
<#default>
<#stop "no such block: " + it.kind>
</#switch>
</div>
</#macro>
<#macro sections part>
<#list part.sections as section>
<section class="card">
<#if section.heading != "">
<h2>${section.heading}</h2>
</#if>
<#if section.lead != "">
<p class="lead">${section.lead}</p>
</#if>
<#list section.blocks as it>
<@block it/>
</#list>
</section>
</#list>
</#macro>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${kind}: ${title}</title>
<style>
<#include "page.css">
</style>
</head>
<body>
<header>
<p class="kind">Ballast ${kind?lower_case}</p>
<h1>${title}</h1>
<p class="facts"><#list facts as fact><span>${fact}</span></#list></p>
</header>
<main>
<section class="card" aria-label="Summary">
<#list opening as it>
<@block it/>
</#list>
</section>
<#list parts as part>
<#if part.title == "">
<div id="${part.id}">
<@sections part/>
</div>
<#else>
<details class="part"<#if part.open> open</#if>>
<summary>${part.title}<small>${part.summary}</small></summary>
<div id="${part.id}">
<@sections part/>
</div>
</details>
</#if>
</#list>
</main>
<footer>
<#list closing as line>
<p>${line}</p>
</#list>
</footer>
</body>
</html>
