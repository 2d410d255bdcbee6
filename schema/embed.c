// Everything in schema/ that the programs read at run time, embedded at compile time, so that a
// binary carries its own format and needs no installation. One row per file below.
#include "stele_schema.h"

// #embed is C23, and every compiler that Swift 6 ships has it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char calendars_2007_json[] = {
#embed "calendars/2007.json"
};

static const unsigned char calendars_2008_json[] = {
#embed "calendars/2008.json"
};

static const unsigned char calendars_2009_json[] = {
#embed "calendars/2009.json"
};

static const unsigned char calendars_2010_json[] = {
#embed "calendars/2010.json"
};

static const unsigned char calendars_2011_json[] = {
#embed "calendars/2011.json"
};

static const unsigned char calendars_2012_json[] = {
#embed "calendars/2012.json"
};

static const unsigned char calendars_2013_json[] = {
#embed "calendars/2013.json"
};

static const unsigned char calendars_2014_json[] = {
#embed "calendars/2014.json"
};

static const unsigned char calendars_2015_json[] = {
#embed "calendars/2015.json"
};

static const unsigned char calendars_2016_json[] = {
#embed "calendars/2016.json"
};

static const unsigned char calendars_2017_json[] = {
#embed "calendars/2017.json"
};

static const unsigned char calendars_2018_json[] = {
#embed "calendars/2018.json"
};

static const unsigned char calendars_2019_json[] = {
#embed "calendars/2019.json"
};

static const unsigned char calendars_2020_json[] = {
#embed "calendars/2020.json"
};

static const unsigned char calendars_2021_json[] = {
#embed "calendars/2021.json"
};

static const unsigned char calendars_2022_json[] = {
#embed "calendars/2022.json"
};

static const unsigned char calendars_2023_json[] = {
#embed "calendars/2023.json"
};

static const unsigned char calendars_2024_json[] = {
#embed "calendars/2024.json"
};

static const unsigned char calendars_2025_json[] = {
#embed "calendars/2025.json"
};

static const unsigned char calendars_2026_json[] = {
#embed "calendars/2026.json"
};

static const unsigned char encodings_gb18030_2022_txt[] = {
#embed "encodings/gb18030-2022.txt"
};

static const unsigned char encodings_variants_txt[] = {
#embed "encodings/variants.txt"
};

static const unsigned char print_a4_css[] = {
#embed "print/a4.css"
};

static const unsigned char print_en_txt[] = {
#embed "print/en.txt"
};

static const unsigned char print_zh_txt[] = {
#embed "print/zh.txt"
};

static const unsigned char rules_495_2007_json[] = {
#embed "rules/495-2007.json"
};

static const unsigned char rules_495_2018_json[] = {
#embed "rules/495-2018.json"
};

static const unsigned char rules_495_2019_json[] = {
#embed "rules/495-2019.json"
};

static const unsigned char rules_713_2019_json[] = {
#embed "rules/713-2019.json"
};

static const unsigned char rules_713_2020_json[] = {
#embed "rules/713-2020.json"
};

static const unsigned char rules_xzz_2020_26_v2_json[] = {
#embed "rules/xzz-2020-26-v2.json"
};

static const unsigned char rules_xzz_2020_26_json[] = {
#embed "rules/xzz-2020-26.json"
};

static const unsigned char sqlite_sql[] = {
#embed "sqlite.sql"
};

static const unsigned char statements_sql[] = {
#embed "statements.sql"
};

static const unsigned char templates_cases_json[] = {
#embed "templates/cases.json"
};

static const unsigned char templates_people_json[] = {
#embed "templates/people.json"
};

static const unsigned char templates_posts_json[] = {
#embed "templates/posts.json"
};

static const unsigned char templates_sanctions_json[] = {
#embed "templates/sanctions.json"
};

static const unsigned char templates_units_json[] = {
#embed "templates/units.json"
};

static const unsigned char text_en_json[] = {
#embed "text/en.json"
};

static const unsigned char text_zh_json[] = {
#embed "text/zh.json"
};

static const stele_schema_file files[] = {
    {"calendars/2007.json", calendars_2007_json, sizeof calendars_2007_json},
    {"calendars/2008.json", calendars_2008_json, sizeof calendars_2008_json},
    {"calendars/2009.json", calendars_2009_json, sizeof calendars_2009_json},
    {"calendars/2010.json", calendars_2010_json, sizeof calendars_2010_json},
    {"calendars/2011.json", calendars_2011_json, sizeof calendars_2011_json},
    {"calendars/2012.json", calendars_2012_json, sizeof calendars_2012_json},
    {"calendars/2013.json", calendars_2013_json, sizeof calendars_2013_json},
    {"calendars/2014.json", calendars_2014_json, sizeof calendars_2014_json},
    {"calendars/2015.json", calendars_2015_json, sizeof calendars_2015_json},
    {"calendars/2016.json", calendars_2016_json, sizeof calendars_2016_json},
    {"calendars/2017.json", calendars_2017_json, sizeof calendars_2017_json},
    {"calendars/2018.json", calendars_2018_json, sizeof calendars_2018_json},
    {"calendars/2019.json", calendars_2019_json, sizeof calendars_2019_json},
    {"calendars/2020.json", calendars_2020_json, sizeof calendars_2020_json},
    {"calendars/2021.json", calendars_2021_json, sizeof calendars_2021_json},
    {"calendars/2022.json", calendars_2022_json, sizeof calendars_2022_json},
    {"calendars/2023.json", calendars_2023_json, sizeof calendars_2023_json},
    {"calendars/2024.json", calendars_2024_json, sizeof calendars_2024_json},
    {"calendars/2025.json", calendars_2025_json, sizeof calendars_2025_json},
    {"calendars/2026.json", calendars_2026_json, sizeof calendars_2026_json},
    {"encodings/gb18030-2022.txt", encodings_gb18030_2022_txt, sizeof encodings_gb18030_2022_txt},
    {"encodings/variants.txt", encodings_variants_txt, sizeof encodings_variants_txt},
    {"print/a4.css", print_a4_css, sizeof print_a4_css},
    {"print/en.txt", print_en_txt, sizeof print_en_txt},
    {"print/zh.txt", print_zh_txt, sizeof print_zh_txt},
    {"rules/495-2007.json", rules_495_2007_json, sizeof rules_495_2007_json},
    {"rules/495-2018.json", rules_495_2018_json, sizeof rules_495_2018_json},
    {"rules/495-2019.json", rules_495_2019_json, sizeof rules_495_2019_json},
    {"rules/713-2019.json", rules_713_2019_json, sizeof rules_713_2019_json},
    {"rules/713-2020.json", rules_713_2020_json, sizeof rules_713_2020_json},
    {"rules/xzz-2020-26-v2.json", rules_xzz_2020_26_v2_json, sizeof rules_xzz_2020_26_v2_json},
    {"rules/xzz-2020-26.json", rules_xzz_2020_26_json, sizeof rules_xzz_2020_26_json},
    {"sqlite.sql", sqlite_sql, sizeof sqlite_sql},
    {"statements.sql", statements_sql, sizeof statements_sql},
    {"templates/cases.json", templates_cases_json, sizeof templates_cases_json},
    {"templates/people.json", templates_people_json, sizeof templates_people_json},
    {"templates/posts.json", templates_posts_json, sizeof templates_posts_json},
    {"templates/sanctions.json", templates_sanctions_json, sizeof templates_sanctions_json},
    {"templates/units.json", templates_units_json, sizeof templates_units_json},
    {"text/en.json", text_en_json, sizeof text_en_json},
    {"text/zh.json", text_zh_json, sizeof text_zh_json},
};

unsigned long stele_schema_count(void) { return sizeof files / sizeof files[0]; }

const stele_schema_file *stele_schema_file_at(unsigned long index) { return &files[index]; }
