#include "core/domain/redaction/programflags.h"

#include "core/domain/redaction/secretnames.h"

#include <algorithm>
#include <array>

namespace lynceus {

QByteArrayView programWithSecretFlags(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 14> kPrograms{
        "curl",      "wget",       "mysql",   "mysqldump", "mysqladmin", "mariadb", "sshpass",
        "redis-cli", "ldapsearch", "ldapadd", "smbclient", "mongosh",    "mongo",   "mongodump"};
    const auto *known = std::ranges::find(kPrograms, word.sliced(word.lastIndexOf('/') + 1));
    return known == kPrograms.end() ? QByteArrayView() : *known;
}

qsizetype secretInArgument(QByteArrayView program, QByteArrayView argument)
{
    const bool isMysql = program.startsWith("mysql") || program == "mariadb";
    const bool takesPair = program == "curl" || program == "wget" || program == "smbclient"; // user:password
    if (takesPair) {
        for (const QByteArrayView flag : {"--user", "--proxy-user"}) {
            if (argument == flag)
                return flag.size();
            if (argument.startsWith(flag) && argument[flag.size()] == '=')
                return flag.size() + 1;
        }
    }
    if (program == "curl" && argument.startsWith('-')) {
        // `-su`: short options without a value may stand before the one with the value (curl(1)).
        constexpr QByteArrayView kWithoutValue("012346BGIJLMNORSVZafgijklnpqsv");
        qsizetype at = 1;
        while (at < argument.size() && kWithoutValue.contains(argument[at]))
            ++at;
        const bool isUser = at < argument.size() && (argument[at] == 'u' || argument[at] == 'U');
        return isUser ? at + 1 : -1;
    }
    constexpr qsizetype kSize = 2;
    QByteArrayView flag("-p");
    if (takesPair)
        flag = "-u";
    else if (program == "redis-cli")
        flag = "-a";
    else if (program.startsWith("ldap"))
        flag = "-w";
    const auto sensitivity = takesPair ? Qt::CaseInsensitive : Qt::CaseSensitive; // -U; "mysql -P" is a port
    if (program.isEmpty() || argument.size() < kSize || argument.first(kSize).compare(flag, sensitivity) != 0)
        return -1;
    if (argument.size() == kSize)
        return isMysql ? -1 : kSize; // mysql asks for the password
    const bool isAttachable = program != "redis-cli" && program != "wget" && !argument.startsWith("-port");
    return isAttachable ? kSize : -1;
}

bool isLoneSecretFlag(QByteArrayView argument)
{
    return argument.startsWith('-') && !argument.contains('=') && !argument.contains(' ')
        && riskOfName(argument) == NameRisk::Secret;
}

} // namespace lynceus
