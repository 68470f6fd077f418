import { test } from "vitest";
import { openBrowser } from "/work/main/test/browser/open-browser.ts";
import { serveChat } from "/work/main/test/browser/serve-chat.ts";
import { testHouse, reply } from "/work/main/test/channels/web-chat-house.ts";
const menu = ["🔑 Mes aides","📄 Mes papiers","📅 Prendre un rendez-vous","💬 Parler à quelqu'un"].map((label,i)=>({id:`menu.start.k${i}`,label}));
test("shots", async () => {
  const { browser, close } = await openBrowser({ locale: "fr-FR", timezoneId: "Europe/Paris" });
  for (const [name,w,h] of [["phone",360,740],["desk",1440,900],["small",320,480]] as const) for (const scheme of ["light","dark"] as const) {
    let n=0;
    const house = testHouse({ answer: (c) => {
      n++;
      if (n===1) return [reply("Salut ! Je suis l'assistant de l'association Rencontres & Loisirs. Je t'aide à trouver un logement : tes aides, tes papiers, ton rendez-vous. Je suis un robot. Tu peux parler à une personne quand tu veux.\n\nJe garde tes messages et tes réponses pour t'aider, 12 mois au plus après le dernier contact. Seule l'équipe peut les lire.\nPour voir ou effacer : écris « mes données »."), reply("Qu'est-ce que tu cherches ?", menu)];
      if (n===2) return [reply("Visale, c'est une garantie gratuite : si tu ne peux pas payer ton loyer, Action Logement paie le bailleur."), reply("Question 1 sur 3\nTu fais quoi en ce moment ?", ["Études","Alternance","Emploi","Recherche d'emploi","Autre chose"].map((l,i)=>({id:`v.s.${i}`,label:l})))];
      if (n===3) return [reply("Visale : probablement oui. Ton loyer (320 €) ne dépasse pas la moitié de tes ressources (700 €). Demande-la avant de signer, sur https://www.visale.fr/. Le propriétaire peut refuser."), reply("On continue ?", [{id:"a.b.c",label:"Oui"},{id:"a.b.d",label:"Non"}])];
      if (n===4) return [reply("Tu as bien fait d'écrire. Appelle le 115 maintenant. C'est gratuit, jour et nuit, avec ou sans papiers. Si c'est complet, rappelle. Si tu as moins de 18 ans, appelle aussi le 119."), reply("L'équipe est prévenue. C'est fermé. L'équipe lit les messages lundi à partir de 9 h. N'attends pas jusque-là pour appeler.")];
      if (n===5) return [{...reply("C'est noté : mardi 24 novembre à 14 h 30, mission locale de Carvin, 189 avenue de la République, 62220 Carvin."), file:{name:"rdv.ics",type:"text/calendar",body:"x"}}, reply("Autre chose ?", menu)];
      return [];
    }});
    const site = await serveChat(house);
    const page = await browser.newPage(); await page.setViewportSize({width:w,height:h}); await page.emulateMedia({colorScheme:scheme, reducedMotion:"reduce"});
    const logs:string[]=[]; page.on("console",m=>logs.push(m.text())); page.on("pageerror",e=>logs.push(String(e)));
    await page.goto(site.address); await page.getByText("Qu'est-ce que tu cherches").waitFor();
    const shot = async (s:string)=>{ await page.waitForTimeout(250); await page.screenshot({path:`/tmp/shots/${name}-${scheme}-${s}.png`}); };
    await shot("1-start");
    await page.getByRole("button",{name:"Mes aides"}).click(); await page.getByText("Tu fais quoi").waitFor(); await shot("2-choice");
    await page.getByLabel("Ton message").fill("J'ai trouvé un studio à Carvin, 320 euros par mois charges comprises, mais le propriétaire veut un garant et mes parents ne peuvent pas. Est-ce que c'est possible quand même ? Je touche 700 euros avec la mission locale et je fais un peu d'intérim."); 
    await shot("3-typing"); await page.keyboard.press("Enter"); await page.getByText("On continue").waitFor(); await shot("4-long");
    await page.getByLabel("Ton message").fill("en fait ce soir je sais pas où dormir"); await page.keyboard.press("Enter"); await page.getByText("prévenue").waitFor();
    house.say("worker", reply("Bonjour, c'est Nadia du CLLAJ. J'ai lu ton message. Tu peux m'appeler demain matin ?")); await page.getByText("Nadia").waitFor(); await shot("5-worker");
    await page.getByLabel("Ton message").fill("oui merci"); await page.keyboard.press("Enter"); await page.getByText("Autre chose ?").waitFor(); await shot("6-file");
    if (name!=="small") { await page.context().setOffline(true); await page.getByLabel("Ton message").fill("allo ?"); await page.keyboard.press("Enter"); await page.waitForTimeout(6500); await shot("7-offline"); await page.context().setOffline(false);}
    if (logs.length) console.log(name,scheme,logs);
    await page.close(); await site.stop();
    await browser.clearCookies();
  }
  // without script, first screen
  const house = testHouse(); const site = await serveChat(house);
  await close();
  const b2 = await openBrowser({ javaScriptEnabled:false, viewport:{width:360,height:740} });
  const p = await b2.browser.newPage(); await p.goto(site.address); await p.screenshot({path:"/tmp/shots/nojs-start.png"});
  await b2.close(); await site.stop();
}, 120000);
