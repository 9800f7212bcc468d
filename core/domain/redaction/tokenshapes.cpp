#include "core/domain/redaction/tokenshapes.h"

#include <algorithm>
#include <array>

namespace lynceus {

namespace {

enum class Letters { Alnum, Capitals, Hex, Word, Dotted, Base64 };

/// A prefix of issued tokens, with the kind and minimum number of letters that follow.
struct Shape
{
    const char *prefix;
    int least;
    Letters letters;
    bool exactly = false; ///< and no letter or digit after them
};

// As documented by the issuers; the minimum avoids matching names of ordinary objects.
constexpr std::array kShapes{
    Shape{"eyJ", 0, Letters::Base64}, // a JWT or JWE: `{"` in base64
    Shape{"ghp_", 20, Letters::Alnum},
    Shape{"gho_", 20, Letters::Alnum},
    Shape{"ghu_", 20, Letters::Alnum},
    Shape{"ghs_", 20, Letters::Alnum},
    Shape{"ghr_", 20, Letters::Alnum},
    Shape{"github_pat_", 20, Letters::Word},
    Shape{"glpat-", 16, Letters::Dotted},
    Shape{"gldt-", 16, Letters::Word},
    Shape{"glrt-", 16, Letters::Dotted},
    Shape{"glft-", 16, Letters::Word},
    Shape{"glsoat-", 16, Letters::Word},
    Shape{"glcbt-", 16, Letters::Word},
    Shape{"glptt-", 16, Letters::Word},
    Shape{"glagent-", 16, Letters::Word},
    Shape{"gloas-", 16, Letters::Word},
    Shape{"glimt-", 16, Letters::Word},
    Shape{"xoxb-", 10, Letters::Word},
    Shape{"xoxp-", 10, Letters::Word},
    Shape{"xoxa-", 10, Letters::Word},
    Shape{"xoxr-", 10, Letters::Word},
    Shape{"xoxs-", 10, Letters::Word},
    Shape{"xoxe-", 10, Letters::Word},
    Shape{"xoxe.", 10, Letters::Dotted},
    Shape{"xapp-", 10, Letters::Word},
    Shape{"AKIA", 16, Letters::Capitals, true},
    Shape{"ASIA", 16, Letters::Capitals, true},
    Shape{"ABIA", 16, Letters::Capitals, true},
    Shape{"ACCA", 16, Letters::Capitals, true},
    Shape{"AIza", 30, Letters::Word},
    Shape{"GOCSPX-", 20, Letters::Word},
    Shape{"ya29.", 20, Letters::Dotted},
    Shape{"sk_live_", 10, Letters::Alnum},
    Shape{"sk_test_", 10, Letters::Alnum},
    Shape{"rk_live_", 10, Letters::Alnum},
    Shape{"rk_test_", 10, Letters::Alnum},
    Shape{"whsec_", 16, Letters::Base64},
    Shape{"npm_", 30, Letters::Alnum},
    Shape{"pypi-", 16, Letters::Word},
    Shape{"rubygems_", 30, Letters::Hex},
    Shape{"SG.", 30, Letters::Dotted},
    Shape{"SK", 32, Letters::Hex, true},
    Shape{"dop_v1_", 30, Letters::Hex},
    Shape{"doo_v1_", 30, Letters::Hex},
    Shape{"dor_v1_", 30, Letters::Hex},
    Shape{"hvs.", 16, Letters::Dotted},
    Shape{"hvb.", 16, Letters::Dotted},
    Shape{"hvr.", 16, Letters::Dotted},
    Shape{"AGE-SECRET-KEY-1", 20, Letters::Capitals},
    Shape{"ATATT3", 20, Letters::Base64},
    Shape{"ATBB", 24, Letters::Alnum},
    Shape{"shpat_", 16, Letters::Hex},
    Shape{"shpss_", 16, Letters::Hex},
    Shape{"dp.pt.", 20, Letters::Alnum},
    Shape{"dp.st.", 20, Letters::Dotted},
    Shape{"lin_api_", 20, Letters::Alnum},
    Shape{"sntrys_", 20, Letters::Base64},
    Shape{"sntryu_", 20, Letters::Hex},
    Shape{"glsa_", 20, Letters::Word},
    Shape{"glc_", 20, Letters::Base64},
    Shape{"hf_", 30, Letters::Alnum},
    Shape{"PMAK-", 20, Letters::Word},
    Shape{"dckr_pat_", 16, Letters::Word},
    Shape{"dckr_oat_", 16, Letters::Word},
    Shape{"NRAK-", 20, Letters::Alnum},
    Shape{"xkeysib-", 20, Letters::Word},
    Shape{"sbp_", 30, Letters::Hex},
    Shape{"pscale_tkn_", 20, Letters::Dotted},
    Shape{"pscale_pw_", 20, Letters::Dotted},
    Shape{"tskey-", 16, Letters::Word},
    Shape{"sk-proj-", 16, Letters::Word},
    Shape{"sk-ant-", 16, Letters::Word},
    Shape{"sk-svcacct-", 16, Letters::Word},
    Shape{"sk-", 32, Letters::Alnum},
    Shape{"figd_", 20, Letters::Word},
    Shape{"pat-na1-", 20, Letters::Word},
    Shape{"key-", 32, Letters::Hex, true},
    Shape{"LS0tLS1CRUdJTi", 16, Letters::Base64}, // "-----BEGIN " in base64
};

constexpr QByteArrayView kEncodedCertificate("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS");

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isOf(Letters letters, char c)
{
    switch (letters) {
    case Letters::Alnum:
        return isLetter(c) || isDigit(c);
    case Letters::Capitals:
        return isDigit(c) || (c >= 'A' && c <= 'Z');
    case Letters::Hex:
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    case Letters::Word:
        return isLetter(c) || isDigit(c) || c == '_' || c == '-';
    case Letters::Dotted:
        return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
    case Letters::Base64:
        return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == '+' || c == '/' || c == '=';
    }
    return false;
}

} // namespace

bool mayBeginToken(char c)
{
    static constexpr auto kFirst = [] {
        std::array<bool, 256> first{};
        for (const auto &shape : kShapes)
            first[static_cast<unsigned char>(shape.prefix[0])] = true;
        return first;
    }();
    return kFirst[static_cast<unsigned char>(c)];
}

qsizetype endOfToken(QByteArrayView text, qsizetype start)
{
    const auto rest = text.sliced(start);
    for (const auto &shape : kShapes) {
        const QByteArrayView prefix(shape.prefix);
        if (rest.front() != prefix.front() || !rest.startsWith(prefix) || rest.startsWith(kEncodedCertificate))
            continue;
        const auto *begin = rest.begin() + prefix.size();
        const auto *end = std::find_if_not(begin, rest.end(), [&](char c) { return isOf(shape.letters, c); });
        const auto count = end - begin;
        const bool fits = shape.exactly ? count == shape.least && (end == rest.end() || !isOf(Letters::Word, *end))
                                        : count >= shape.least;
        if (fits)
            return start + (end - rest.begin());
    }
    return -1;
}

} // namespace lynceus
