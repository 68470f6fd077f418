/** Words of what we are asked and do not do, by what they mean, in every language that people write to us. */
export const elsewhere = `
job: travail, boulot, taf, emploi, job, cv, stage, interim, patron, employeur, chomage, pole emploi, france travail, licenci*, work, jobs, resume, internship, boss, hiring, trabajo, empleo, curro, jefe, practicas, عمل, شغل, وظيفه, خدمه, سيره ذاتيه, khedma, khdma, khedmma, lkhedma, lpatron, 5edma
driving: permis, conduire, code de la route, auto ecole, voiture, moto, scooter, driving, licence, car insurance, carnet, conducir, coche, رخصه, قياده, سياقه, permi, siya9a, sya9a, tomobil
health: medecin, docteur, dentiste, hopital, malade, mutuelle, secu, securite sociale, carte vitale, doctor, dentist, hospital, sick, medico, dentista, enfermo, طبيب, دكتور, مستشفي, مريض, اسنان, tbib, sbitar, mrid, tabib, daktour, snan
immigration: visa, asile, ofpra, prefecture, naturalisation, nationalite, oqtf, regularis*, asylum, citizenship, refugee status, asilo, nacionalidad, لجوء, تاشيره, جنسيه, فيزا, l9anso, lfiza, wra9i, jinsiya, nationalité
studies: ecole, fac, universite, parcoursup, cours, devoirs, examen, bourse, crous, university, homework, exam, scholarship, universidad, deberes, beca, جامعه, واجب, امتحان, منحه, دراسه, l9raya, 9raya, jami3a, imti7an
love: amour, copine, rencontre, sexy, bisou, mariage, love, girlfriend, kiss, dating, amor, novia, beso, حب, زواج, 7ob, hob, n7ebbek, bghit n3ref bnat
weather: meteo, temps qu il fait, pleut, soleil, neige, weather, rain, sunny, clima, tiempo hace, llover, طقس, جو, مطر, lmeteo, ljaw, chta
shopping: vendre, acheter, livraison, pizza, kebab, restaurant, prix, promo, colis, buy, sell, delivery, order, comprar, vender, pedido, شراء, بيع, توصيل, بيتزا, nechri, nbi3, tacos
bank: banque, compte bancaire, carte bancaire, virement, credit, bitcoin, bank, credit card, transfer, crypto, banco, tarjeta, transferencia, بنك, حساب بنكي, بطاقه بنكيه, banka, lbanka, carte
joke: blague, devine, chante, raconte, quel est le sens, joke, sing, tell me a, riddle, chiste, cuenta, نكته, احك لي, nokta, tnokta
info: c est quoi, c koi, qu est ce que, explique*, veut dire, ca marche, comment ca, comment, renseign*, info*, what is, what s, how does, how do, explain, meaning, que es, como funciona, explic*, que significa, ما هو, ما هي, شو هو, شو, ايش, اشرح, كيف, كيفاش, معني, معلومات, chno hiya, chnou, chno, chnowa, wach hiya, wach howa, kifach, kifah, chra7, cheni, achnou, wesh howa, chnahya
third: il, elle, ils, lui, he, she, they, him, ella, ellos, هو, هي, هم, howa, hiya, homa
roommate: coloc*, colocataire*, coloquer, roommate*, flatmate*, housemate*, companero* de piso, شريك* .. سكن, زميل* .. سكن, sakn m3a, coloc
student: etudiant*, crous, bourse*, student*, estudiante*, طالب*, طلاب, talib*, etudiant, toleb
single_mother: seule avec, mere celibataire, single mom, single mother, madre soltera, ام عزباء, لوحدي مع
health_cold: malade, asthme, sante, asthma, health, asma, salud, ربو, صحه, mrid, se7a
receive: recu, reçu, lettre, courrier, received, letter, got a, mail, recibi, carta, وصلني, رساله, جاتني, jatni, wslatni, bra, waslatni, استلمت
refused: refus*, rejet*, dit non, refused, denied, rejected, rechaz*, deneg*, رفض*, مرفوض, rfed*, refusaw, rafdou, refuse
`;
