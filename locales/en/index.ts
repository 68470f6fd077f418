import accompagnements from "./accompagnements.json" with { type: "json" };
import accordPartenaire from "./accord-partenaire.json" with { type: "json" };
import accueil from "./accueil.json" with { type: "json" };
import affiche from "./affiche.json" with { type: "json" };
import agendas from "./agendas.json" with { type: "json" };
import aideLocale from "./aide-locale.json" with { type: "json" };
import aides from "./aides.json" with { type: "json" };
import aidesCcas from "./aides-ccas.json" with { type: "json" };
import alt from "./alt.json" with { type: "json" };
import ancienBouton from "./ancien-bouton.json" with { type: "json" };
import annuler from "./annuler.json" with { type: "json" };
import apl from "./apl.json" with { type: "json" };
import appels from "./appels.json" with { type: "json" };
import appointment from "./appointment.json" with { type: "json" };
import arnaques from "./arnaques.json" with { type: "json" };
import ase from "./ase.json" with { type: "json" };
import asll from "./asll.json" with { type: "json" };
import assurance from "./assurance.json" with { type: "json" };
import astreinte from "./astreinte.json" with { type: "json" };
import atelier from "./atelier.json" with { type: "json" };
import ateliers from "./ateliers.json" with { type: "json" };
import attente from "./attente.json" with { type: "json" };
import aussi from "./aussi.json" with { type: "json" };
import autresLieux from "./autres-lieux.json" with { type: "json" };
import avis from "./avis.json" with { type: "json" };
import bail from "./bail.json" with { type: "json" };
import bientotDehors from "./bientot-dehors.json" with { type: "json" };
import bilanLogement from "./bilan-logement.json" with { type: "json" };
import boite from "./boite.json" with { type: "json" };
import budget from "./budget.json" with { type: "json" };
import canned from "./canned.json" with { type: "json" };
import caution from "./caution.json" with { type: "json" };
import chercherLogement from "./chercher-logement.json" with { type: "json" };
import chercherUnSujet from "./chercher-un-sujet.json" with { type: "json" };
import cllaj from "./cllaj.json" with { type: "json" };
import colocation from "./colocation.json" with { type: "json" };
import confiance from "./confiance.json" with { type: "json" };
import conflitBailleur from "./conflit-bailleur.json" with { type: "json" };
import conseiller from "./conseiller.json" with { type: "json" };
import contingent from "./contingent.json" with { type: "json" };
import coupDePouce from "./coup-de-pouce.json" with { type: "json" };
import couplesFamilles from "./couples-familles.json" with { type: "json" };
import dalo from "./dalo.json" with { type: "json" };
import danger from "./danger.json" with { type: "json" };
import dejaSuivi from "./deja-suivi.json" with { type: "json" };
import deplacer from "./deplacer.json" with { type: "json" };
import desk from "./desk.json" with { type: "json" };
import dettesEnergie from "./dettes-energie.json" with { type: "json" };
import discretion from "./discretion.json" with { type: "json" };
import domiciliation from "./domiciliation.json" with { type: "json" };
import dossiers from "./dossiers.json" with { type: "json" };
import echeance from "./echeance.json" with { type: "json" };
import eligibility from "./eligibility.json" with { type: "json" };
import equipe from "./equipe.json" with { type: "json" };
import etatDesLieux from "./etat-des-lieux.json" with { type: "json" };
import everywhere from "./everywhere.json" with { type: "json" };
import expulsion from "./expulsion.json" with { type: "json" };
import facts from "./facts.json" with { type: "json" };
import faim from "./faim.json" with { type: "json" };
import faj from "./faj.json" with { type: "json" };
import fiche from "./fiche.json" with { type: "json" };
import ficheRdv from "./fiche-rdv.json" with { type: "json" };
import fichierPerdu from "./fichier-perdu.json" with { type: "json" };
import foyerJeunes from "./foyer-jeunes.json" with { type: "json" };
import fsl from "./fsl.json" with { type: "json" };
import fslMaintien from "./fsl-maintien.json" with { type: "json" };
import garant from "./garant.json" with { type: "json" };
import hebergement from "./hebergement.json" with { type: "json" };
import hebergement115 from "./hebergement-115.json" with { type: "json" };
import horaires from "./horaires.json" with { type: "json" };
import ideesNoires from "./idees-noires.json" with { type: "json" };
import impayes from "./impayes.json" with { type: "json" };
import langue from "./langue.json" with { type: "json" };
import lieux from "./lieux.json" with { type: "json" };
import listeAttente from "./liste-attente.json" with { type: "json" };
import locaPass from "./loca-pass.json" with { type: "json" };
import logementIndigne from "./logement-indigne.json" with { type: "json" };
import logementSocial from "./logement-social.json" with { type: "json" };
import manque from "./manque.json" with { type: "json" };
import menu from "./menu.json" with { type: "json" };
import mesDonnees from "./mes-donnees.json" with { type: "json" };
import mesDroits from "./mes-droits.json" with { type: "json" };
import mesPapiers from "./mes-papiers.json" with { type: "json" };
import mineurEnDanger from "./mineur-en-danger.json" with { type: "json" };
import mobiliJeune from "./mobili-jeune.json" with { type: "json" };
import monRendezVous from "./mon-rendez-vous.json" with { type: "json" };
import observatoire from "./observatoire.json" with { type: "json" };
import papers from "./papers.json" with { type: "json" };
import partenaires from "./partenaires.json" with { type: "json" };
import patience from "./patience.json" with { type: "json" };
import perdu from "./perdu.json" with { type: "json" };
import personnes from "./personnes.json" with { type: "json" };
import placeLibre from "./place-libre.json" with { type: "json" };
import pointage from "./pointage.json" with { type: "json" };
import preavis from "./preavis.json" with { type: "json" };
import promise from "./promise.json" with { type: "json" };
import proposition from "./proposition.json" with { type: "json" };
import proprietaires from "./proprietaires.json" with { type: "json" };
import rappel from "./rappel.json" with { type: "json" };
import rappelDiscret from "./rappel-discret.json" with { type: "json" };
import reglages from "./reglages.json" with { type: "json" };
import relier from "./relier.json" with { type: "json" };
import rendezVous from "./rendez-vous.json" with { type: "json" };
import repondeur from "./repondeur.json" with { type: "json" };
import reprendre from "./reprendre.json" with { type: "json" };
import reprise from "./reprise.json" with { type: "json" };
import retard from "./retard.json" with { type: "json" };
import reunions from "./reunions.json" with { type: "json" };
import sansHoraire from "./sans-horaire.json" with { type: "json" };
import sansToitCeSoir from "./sans-toit-ce-soir.json" with { type: "json" };
import sheet from "./sheet.json" with { type: "json" };
import sonnette from "./sonnette.json" with { type: "json" };
import stop from "./stop.json" with { type: "json" };
import subjects from "./subjects.json" with { type: "json" };
import suivi from "./suivi.json" with { type: "json" };
import sujets from "./sujets.json" with { type: "json" };
import synonyms from "./synonyms.json" with { type: "json" };
import terminal from "./terminal.json" with { type: "json" };
import tremplins from "./tremplins.json" with { type: "json" };
import venirAvec from "./venir-avec.json" with { type: "json" };
import violences from "./violences.json" with { type: "json" };
import visale from "./visale.json" with { type: "json" };
import web from "./web.json" with { type: "json" };
import whatsappTemplates from "./whatsapp-templates.json" with { type: "json" };

/** Every text in English: one file a flow, plus those that flows share. */
export const en = {
  affiche,
  confiance,
  accompagnements,
  "accord-partenaire": accordPartenaire,
  "fiche-rdv": ficheRdv,
  "liste-attente": listeAttente,
  partenaires,
  "place-libre": placeLibre,
  "ancien-bouton": ancienBouton,
  appointment,
  repondeur,
  faim,
  aussi,
  accueil,
  agendas,
  appels,
  horaires,
  observatoire,
  reunions,
  attente,
  "aide-locale": aideLocale,
  aides,
  "aides-ccas": aidesCcas,
  alt,
  annuler,
  apl,
  arnaques,
  ase,
  asll,
  assurance,
  atelier,
  ateliers,
  astreinte,
  "autres-lieux": autresLieux,
  avis,
  bail,
  "bientot-dehors": bientotDehors,
  boite,
  budget,
  canned,
  caution,
  "chercher-logement": chercherLogement,
  "chercher-un-sujet": chercherUnSujet,
  "bilan-logement": bilanLogement,
  cllaj,
  colocation,
  "conflit-bailleur": conflitBailleur,
  conseiller,
  contingent,
  "coup-de-pouce": coupDePouce,
  "couples-familles": couplesFamilles,
  dalo,
  danger,
  "deja-suivi": dejaSuivi,
  deplacer,
  desk,
  "dettes-energie": dettesEnergie,
  discretion,
  domiciliation,
  dossiers,
  echeance,
  eligibility,
  equipe,
  hebergement,
  reglages,
  "etat-des-lieux": etatDesLieux,
  everywhere,
  expulsion,
  facts,
  faj,
  "foyer-jeunes": foyerJeunes,
  fiche,
  "fichier-perdu": fichierPerdu,
  fsl,
  "fsl-maintien": fslMaintien,
  garant,
  "hebergement-115": hebergement115,
  "idees-noires": ideesNoires,
  impayes,
  langue,
  lieux,
  "loca-pass": locaPass,
  "logement-indigne": logementIndigne,
  "logement-social": logementSocial,
  manque,
  menu,
  "mes-donnees": mesDonnees,
  "mes-droits": mesDroits,
  "mes-papiers": mesPapiers,
  "mineur-en-danger": mineurEnDanger,
  "mobili-jeune": mobiliJeune,
  "mon-rendez-vous": monRendezVous,
  papers,
  patience,
  perdu,
  personnes,
  pointage,
  preavis,
  promise,
  proposition,
  proprietaires,
  rappel,
  "rappel-discret": rappelDiscret,
  relier,
  "rendez-vous": rendezVous,
  reprendre,
  reprise,
  retard,
  "sans-horaire": sansHoraire,
  "sans-toit-ce-soir": sansToitCeSoir,
  sheet,
  sonnette,
  stop,
  suivi,
  subjects,
  sujets,
  synonyms,
  terminal,
  tremplins,
  "venir-avec": venirAvec,
  violences,
  visale,
  web,
  "whatsapp-templates": whatsappTemplates,
};
