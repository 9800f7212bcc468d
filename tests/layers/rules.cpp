#include "tests/layers/rules.h"

namespace lynceus {

const std::vector<Layer> &layers()
{
    static const std::vector<Layer> all = {
        {"app/gui", {"app/gui", "core/engine", "core/replay", "core/io", "core/domain"}},
        {"app/cli", {"app/cli", "app/serve", "core/engine", "core/replay", "core/io", "core/domain"}},
        {"app/serve", {"app/serve", "core/engine", "core/io", "core/domain"}},
        {"core/engine", {"core/engine", "core/replay", "core/io", "core/domain"}},
        {"core/replay", {"core/replay", "core/io", "core/domain"}},
        {"core/io", {"core/io", "core/domain"}},
        {"core/domain", {"core/domain"}},
    };
    return all;
}

const std::set<std::string> &domainQtHeaders()
{
    static const std::set<std::string> all = {
        "QByteArray",
        "QByteArrayMatcher",
        "QByteArrayList",
        "QByteArrayView",
        "QChar",
        "QCollator",
        "QCryptographicHash",
        "QDate",
        "QDateTime",
        "QFlags",
        "QHash",
        "QHashFunctions",
        "QLatin1String",
        "QLatin1StringView",
        "QList",
        "QLocale",
        "QMap",
        "QMetaType",
        "QRegularExpression",
        "QSet",
        "QString",
        "QStringBuilder",
        "QStringConverter",
        "QStringList",
        "QStringTokenizer",
        "QStringView",
        "QTime",
        "QTimeZone",
        "QUrl",
        "QUrlQuery",
        "QUuid",
        "QUtf8StringView",
        "QVarLengthArray",
        "QVersionNumber",
        "QtEndian",
        "QtGlobal",
        "QtNumeric",
    };
    return all;
}

const std::set<std::string> &domainForbiddenHeaders()
{
    static const std::set<std::string> all = {
        "condition_variable", "cstdio",   "ctime",         "filesystem", "fstream",    "future",
        "iostream",           "mutex",    "stdio.h",       "time.h",     "syncstream", "thread",
        "sys/stat.h",         "unistd.h", "openssl/ssl.h", "zlib.h",
    };
    return all;
}

const std::vector<ForbiddenWord> &domainForbiddenWords()
{
    static const std::vector<ForbiddenWord> all = {
        {{"Q_OBJECT", "Q_GADGET", "QObject"}, R"(\b(Q_OBJECT|Q_GADGET|QObject)\b)", "objects with signals"},
        {{"current"}, R"(\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)\s*\()", "the clock"},
        {{"clock::now", "time", "Timer"},
         R"(_clock::now\b|\bstd::time\s*\(|\b(QElapsedTimer|QTimer|QDeadlineTimer)\b)",
         "the clock"},
        {{"QFile", "QDir", "QIODevice", "QProcess", "QSettings", "open", "stream"},
         R"(\b(QFile|QDir|QIODevice|QProcess|QSettings|fopen)\b|\bstd::[io]?fstream\b)",
         "files"},
        {{"QNetwork", "QTcp", "QSsl"}, R"(\b(QNetwork|QTcp|QSsl)\w+)", "the network"},
        {{"getenv", "qEnvironment", "QCoreApplication"},
         R"(\b(q?getenv|QCoreApplication)\b|\bqEnvironmentVariable\w*)",
         "the process"},
        {{"tr", "QT_TR", "translate"}, R"((^|[^\w.:>])tr\s*\(|\bQT_TR\w+|\btranslate\s*\()", "text for people"},
        {{"Debug", "Info", "Warning", "Critical", "printf", "cout", "cerr"},
         R"(\bqC?(Debug|Info|Warning|Critical)\s*\(|\bprintf\s*\(|\bstd::c(out|err)\b)",
         "logging"},
        {{"random_device", "QRandomGenerator", "rand"},
         R"(\bstd::random_device\b|\bQRandomGenerator::(global|system)\b|\brand\s*\(\))",
         "chance: pass it in"},
    };
    return all;
}

const std::vector<ForbiddenWord> &windowForbiddenWords()
{
    static const std::vector<ForbiddenWord> all = {
        {{"QLabel"}, R"(\bQLabel\b)", "a label that guesses whether it has markup: PlainLabel"},
        {{"setToolTip"},
         R"((->|\.)setToolTip\s*\()",
         "a tool tip that guesses whether it has markup: setPlainToolTip()"},
        {{"QToolTip"}, R"(\bQToolTip\b)", "a tool tip that guesses whether it has markup: showToolTip()"},
        {{"QMessageBox("}, R"(\bQMessageBox\s*\()", "a box that guesses whether it has markup: PlainMessageBox"},
        {{"QTextBrowser"}, R"(\bQTextBrowser\b)", "a browser that opens files: ReportView"},
        {{"clipboard()->set"}, R"(clipboard\(\)->set)", "text for the clipboard that may steer a terminal: copyText()"},
        {{"QDesktopServices"}, R"(\bQDesktopServices\b)", "an opener of anything: Opener"},
    };
    return all;
}

const std::vector<Exception> &exceptions()
{
    static const std::vector<Exception> all = {
        {"plain-text", "app/gui/widgets/labels/plainlabel.h", "the one label, which is plain text by its type"},
        {"plain-text", "app/gui/widgets/labels/plainlabel.cpp", "the one label, which is plain text by its type"},
        {"plain-text", "app/gui/widgets/controls/filterfield.h",
         "its label has a link of ours; both texts are escaped"},
        {"plain-text", "app/gui/widgets/controls/filterfield.cpp",
         "its label has a link of ours; both texts are escaped"},
        {"plain-text", "app/gui/widgets/labels/tooltips.h", "the one way to a tool tip"},
        {"plain-text", "app/gui/widgets/labels/tooltips.cpp", "the one way to a tool tip"},
        {"plain-text", "app/gui/widgets/dialogs/plainmessagebox.cpp",
         "the one message box, which sets all its labels to plain text"},
        {"plain-text", "app/gui/widgets/dialogs/reportview.h", "the one browser, which loads nothing"},
        {"plain-text", "app/gui/widgets/dialogs/reportview.cpp", "the one browser, which loads nothing"},
        {"plain-text", "app/gui/widgets/text/clipboard.cpp", "the one way to the clipboard"},
        {"plain-text", "app/gui/tray/systemtray.cpp", "the panel's, for which signs of markup are replaced"},
        {"clock", "core/io/process/interruption.cpp",
         "its thread must end the process whatever a Clock of a test says"},
        {"nlohmann", "core/replay/recordings/recording.cpp",
         "recordings are JSON of any form, of which most is passed on as it is"},
        {"nlohmann", "app/cli/output/json.h", "the one door through which all commands write JSON"},
    };
    return all;
}

} // namespace lynceus
