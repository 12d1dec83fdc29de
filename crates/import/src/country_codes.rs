//! Codes of countries in other lists, as the contract's two letters. Without the feature `every-format` the lists are
//! empty: a sheet of the browser has names or codes of two letters.
//!
//! The alpha-3 codes are those of Unicode's CLDR (codeMappings.json): `make countries` writes them. The numbers are those of
//! the state list of the Correlates of War project, without states that are gone; Russia's number is also that of the Soviet
//! Union, which it continues. No command writes them: the project publishes its list in no package.

/// Two letters and the three letters of ISO 3166 for each country.
#[cfg(feature = "every-format")]
const ALPHA_3: &str = "\
    ACASC ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB
    BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ
    CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CPCPT CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP
    CZCZE DEDEU DGDGA DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM
    FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM
    GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY
    JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA
    LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP
    MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL
    NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT
    REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM
    SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TATAA TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON
    TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF
    WSWSM XKXKX XKXKK YEYEM YTMYT ZAZAF ZMZMB ZWZWE
";
#[cfg(not(feature = "every-format"))]
const ALPHA_3: &str = "";

/// Two letters and the number of the Correlates of War project for each state.
#[cfg(feature = "every-format")]
const COW: &str = "\
    US2 CA20 BS31 CU40 HT41 DO42 JM51 TT52 BB53 DM54 GD55 LC56 VC57 AG58 KN60 MX70 BZ80 GT90 HN91 SV92 NI93 CR94 PA95
    CO100 VE101 GY110 SR115 EC130 PE135 BR140 BO145 PY150 CL155 AR160 UY165 GB200 IE205 NL210 BE211 LU212 FR220 MC221
    LI223 CH225 ES230 AD232 PT235 DE255 PL290 AT305 HU310 CZ316 SK317 IT325 VA327 SM331 MT338 AL339 ME341 MK343 HR344
    BA346 SI349 GR350 CY352 BG355 MD359 RO360 RU365 EE366 LV367 LT368 UA369 BY370 AM371 GE372 AZ373 FI375 SE380 NO385
    DK390 IS395 CV402 ST403 GW404 GQ411 GM420 ML432 SN433 BJ434 MR435 NE436 CI437 GN438 BF439 LR450 SL451 GH452 TG461
    CM471 NG475 GA481 CF482 TD483 CG484 CD490 UG500 KE501 TZ510 BI516 RW517 SO520 DJ522 ET530 ER531 AO540 MZ541 ZM551
    ZW552 MW553 ZA560 NA565 LS570 BW571 SZ572 MG580 KM581 MU590 SC591 MA600 DZ615 TN616 LY620 SD625 SS626 IR630 TR640
    IQ645 EG651 SY652 LB660 JO663 IL666 SA670 YE679 KW690 BH692 QA694 AE696 OM698 AF700 TM701 TJ702 KG703 UZ704 KZ705
    CN710 MN712 TW713 KP731 KR732 JP740 IN750 BT760 PK770 BD771 MM775 LK780 MV781 NP790 TH800 KH811 LA812 VN816 MY820
    SG830 BN835 PH840 ID850 TL860 AU900 PG910 NZ920 VU935 SB940 KI946 TV947 FJ950 TO955 NR970 MH983 PW986 FM987 WS990
";
#[cfg(not(feature = "every-format"))]
const COW: &str = "";

/// The country of a code of three capital letters.
pub(crate) fn from_alpha_3(text: &str) -> Option<&'static str> {
    find(ALPHA_3, text)
}

/// The state with a number of the Correlates of War project.
pub(crate) fn from_cow(text: &str) -> Option<&'static str> {
    find(COW, text.trim_start_matches('0'))
}

/// The first two letters of the entry that ends in `text`.
fn find(list: &'static str, text: &str) -> Option<&'static str> {
    let mut entries = list.split_ascii_whitespace();
    let entry = entries.find(|entry| entry.get(2..) == Some(text))?;
    entry.get(..2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use election_widgets::model::{country_codes, is_country};

    #[test]
    fn codes_of_three_letters_are_those_of_one_country_each() {
        for entry in ALPHA_3.split_ascii_whitespace() {
            let (country, code) = entry.split_at(2);
            assert!(is_country(country), "{entry}");
            assert_eq!(from_alpha_3(code), Some(country));
        }
        let known = country_codes().filter(|code| ALPHA_3.contains(&format!(" {code}")));
        assert!(known.count() > 240);
        assert_eq!(from_alpha_3("KAZ"), Some("KZ"));
        assert_eq!(from_alpha_3("UKG"), None);
    }

    #[test]
    fn numbers_of_states_that_are_gone_give_no_country() {
        assert_eq!(from_cow("705"), Some("KZ"));
        assert_eq!(from_cow("020"), Some("CA"));
        for gone in ["260", "265", "315", "345", "678", ""] {
            assert_eq!(from_cow(gone), None, "{gone}");
        }
        for entry in COW.split_ascii_whitespace() {
            assert!(is_country(entry.split_at(2).0), "{entry}");
        }
    }
}
