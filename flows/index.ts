import accordPartenaire from "./accord-partenaire.ts";
import accueil from "./accueil.ts";
import aideLocale from "./aide-locale.ts";
import aides from "./aides.ts";
import aidesCcas from "./aides-ccas.ts";
import alt from "./alt.ts";
import ancienBouton from "./ancien-bouton.ts";
import annuler from "./annuler.ts";
import apl from "./apl.ts";
import arnaques from "./arnaques.ts";
import ase from "./ase.ts";
import asll from "./asll.ts";
import assurance from "./assurance.ts";
import astreinte from "./astreinte.ts";
import atelier from "./atelier.ts";
import ateliers from "./ateliers.ts";
import aussi from "./aussi.ts";
import autresLieux from "./autres-lieux.ts";
import avis from "./avis.ts";
import bail from "./bail.ts";
import bientotDehors from "./bientot-dehors.ts";
import bilanLogement from "./bilan-logement.ts";
import budget from "./budget.ts";
import caution from "./caution.ts";
import chercherLogement from "./chercher-logement.ts";
import chercherUnSujet from "./chercher-un-sujet.ts";
import cllaj from "./cllaj.ts";
import colocation from "./colocation.ts";
import conflitBailleur from "./conflit-bailleur.ts";
import conseiller from "./conseiller.ts";
import contingent from "./contingent.ts";
import coupDePouce from "./coup-de-pouce.ts";
import couplesFamilles from "./couples-familles.ts";
import dalo from "./dalo.ts";
import danger from "./danger.ts";
import dejaSuivi from "./deja-suivi.ts";
import deplacer from "./deplacer.ts";
import dettesEnergie from "./dettes-energie.ts";
import discretion from "./discretion.ts";
import domiciliation from "./domiciliation.ts";
import echeance from "./echeance.ts";
import etatDesLieux from "./etat-des-lieux.ts";
import expulsion from "./expulsion.ts";
import faim from "./faim.ts";
import faj from "./faj.ts";
import fiche from "./fiche.ts";
import fichierPerdu from "./fichier-perdu.ts";
import foyerJeunes from "./foyer-jeunes.ts";
import fsl from "./fsl.ts";
import fslMaintien from "./fsl-maintien.ts";
import garant from "./garant.ts";
import hebergement115 from "./hebergement-115.ts";
import ideesNoires from "./idees-noires.ts";
import impayes from "./impayes.ts";
import langue from "./langue.ts";
import lieux from "./lieux.ts";
import listeAttente from "./liste-attente.ts";
import locaPass from "./loca-pass.ts";
import logementIndigne from "./logement-indigne.ts";
import logementSocial from "./logement-social.ts";
import manque from "./manque.ts";
import menu from "./menu.ts";
import mesDonnees from "./mes-donnees.ts";
import mesDroits from "./mes-droits.ts";
import mesPapiers from "./mes-papiers.ts";
import mineurEnDanger from "./mineur-en-danger.ts";
import mobiliJeune from "./mobili-jeune.ts";
import monRendezVous from "./mon-rendez-vous.ts";
import patience from "./patience.ts";
import perdu from "./perdu.ts";
import placeLibre from "./place-libre.ts";
import pointage from "./pointage.ts";
import preavis from "./preavis.ts";
import proposition from "./proposition.ts";
import proprietaires from "./proprietaires.ts";
import rappel from "./rappel.ts";
import rappelDiscret from "./rappel-discret.ts";
import relier from "./relier.ts";
import rendezVous from "./rendez-vous.ts";
import repondeur from "./repondeur.ts";
import reprendre from "./reprendre.ts";
import reprise from "./reprise.ts";
import retard from "./retard.ts";
import sansHoraire from "./sans-horaire.ts";
import sansToitCeSoir from "./sans-toit-ce-soir.ts";
import stop from "./stop.ts";
import suivi from "./suivi.ts";
import sujets from "./sujets.ts";
import tremplins from "./tremplins.ts";
import venirAvec from "./venir-avec.ts";
import violences from "./violences.ts";
import visale from "./visale.ts";

/** Every flow, in the order of its name. */
export default [
  accordPartenaire,
  accueil,
  aideLocale,
  aides,
  aidesCcas,
  alt,
  ancienBouton,
  annuler,
  apl,
  arnaques,
  ase,
  asll,
  assurance,
  atelier,
  ateliers,
  aussi,
  astreinte,
  autresLieux,
  avis,
  bail,
  bientotDehors,
  budget,
  caution,
  chercherLogement,
  chercherUnSujet,
  bilanLogement,
  cllaj,
  colocation,
  conflitBailleur,
  conseiller,
  contingent,
  coupDePouce,
  couplesFamilles,
  dalo,
  danger,
  dejaSuivi,
  deplacer,
  dettesEnergie,
  discretion,
  domiciliation,
  echeance,
  etatDesLieux,
  expulsion,
  faim,
  faj,
  foyerJeunes,
  fiche,
  fichierPerdu,
  fsl,
  fslMaintien,
  garant,
  hebergement115,
  ideesNoires,
  impayes,
  langue,
  lieux,
  listeAttente,
  locaPass,
  logementIndigne,
  logementSocial,
  manque,
  menu,
  mesDonnees,
  mesDroits,
  mesPapiers,
  mineurEnDanger,
  mobiliJeune,
  monRendezVous,
  patience,
  perdu,
  pointage,
  placeLibre,
  preavis,
  proposition,
  proprietaires,
  rappel,
  rappelDiscret,
  relier,
  rendezVous,
  repondeur,
  reprendre,
  reprise,
  retard,
  sansHoraire,
  sansToitCeSoir,
  stop,
  suivi,
  sujets,
  tremplins,
  venirAvec,
  violences,
  visale,
];
