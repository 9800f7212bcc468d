#include "core/io/settings/instancesjson.h"

#include "core/domain/instances/instancerules.h"
#include "core/domain/redaction/redact.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

template<typename T>
struct Named
{
    T value;
    const char *name;
};

constexpr std::array kSignIns{
    Named<SignInMethod>{SignInMethod::Sso, "sso"},
    Named<SignInMethod>{SignInMethod::Password, "password"},
    Named<SignInMethod>{SignInMethod::Token, "token"},
    Named<SignInMethod>{SignInMethod::Anonymous, "anonymous"},
};
constexpr std::array kProxies{
    Named<ProxyChoice>{ProxyChoice::System, "system"},
    Named<ProxyChoice>{ProxyChoice::None, "none"},
    Named<ProxyChoice>{ProxyChoice::Explicit, "explicit"},
};

template<typename T, std::size_t N>
QString nameIn(const std::array<Named<T>, N> &names, T value)
{
    const auto *const found = std::ranges::find(names, value, &Named<T>::value);
    return QString::fromLatin1(found->name);
}

/// Reads the fields of one object and keeps the first error. Missing fields have their defaults.
class Fields final
{
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    { }

    [[nodiscard]] const QString &fault() const { return m_fault; }

    [[nodiscard]] QString text(QLatin1StringView name)
    {
        const auto value = m_object.value(name);
        if (!value.isUndefined() && !value.isString())
            complain(name, u"is not a string"_s);
        return value.toString();
    }

    [[nodiscard]] bool flag(QLatin1StringView name)
    {
        const auto value = m_object.value(name);
        if (!value.isUndefined() && !value.isBool())
            complain(name, u"is not true or false"_s);
        return value.toBool();
    }

    [[nodiscard]] quint16 port(QLatin1StringView name, quint16 otherwise)
    {
        const auto value = m_object.value(name);
        if (value.isUndefined())
            return otherwise;
        const auto number = value.toInteger(-1);
        if (number < 1 || number > 65535)
            complain(name, u"is not a port from 1 to 65535"_s);
        return quint16(number);
    }

    [[nodiscard]] QStringList texts(QLatin1StringView name)
    {
        const auto value = m_object.value(name);
        const auto array = value.toArray();
        const bool isRight = value.isUndefined()
            || (value.isArray() && std::ranges::all_of(array, [](const QJsonValue &text) { return text.isString(); }));
        if (!isRight)
            complain(name, u"is not a list of strings"_s);
        QStringList texts;
        for (const auto &text : array)
            texts.append(text.toString());
        return texts;
    }

    template<typename T, std::size_t N>
    [[nodiscard]] T oneOf(QLatin1StringView name, const std::array<Named<T>, N> &names)
    {
        const auto word = text(name);
        if (word.isEmpty())
            return names.front().value;
        const auto *const found =
            std::ranges::find_if(names, [&](const Named<T> &one) { return word == QLatin1StringView(one.name); });
        if (found != names.end())
            return found->value;
        QStringList allowed;
        for (const auto &one : names)
            allowed.append(QString::fromLatin1(one.name));
        complain(name,
                 u"has an unknown value: \"%1\"; use one of %2"_s.arg(redactedText(word, 40), allowed.join(u' ')));
        return names.front().value;
    }

    void complain(QLatin1StringView name, const QString &what)
    {
        if (m_fault.isEmpty())
            m_fault = name + u' ' + what;
    }

private:
    QJsonObject m_object;
    QString m_fault;
};

void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject &object, QLatin1StringView name, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(name, QJsonArray::fromStringList(texts));
}

} // namespace

Result<Instance> instanceFromJson(const QJsonValue &value, InstanceChecker &before)
{
    if (!value.isObject())
        return badInput(u"is not an object"_s);
    Fields fields(value.toObject());
    Instance instance;
    instance.id = fields.text("id"_L1);
    instance.name = fields.text("name"_L1);
    instance.baseUrl = QUrl(fields.text("url"_L1), QUrl::StrictMode);
    instance.colour = fields.text("colour"_L1);
    instance.signIn = fields.oneOf("signIn"_L1, kSignIns);
    instance.userName = fields.text("userName"_L1);
    instance.callbackPort = fields.port("callbackPort"_L1, instance.callbackPort);
    instance.authorityFile = fields.text("authorityFile"_L1);
    const auto fingerprint = fields.text("pinnedFingerprint"_L1);
    instance.pinnedFingerprint = QByteArray::fromHex(fingerprint.toLatin1());
    if (instance.pinnedFingerprint.size() * 2 != fingerprint.size())
        fields.complain("pinnedFingerprint"_L1, u"is not a hexadecimal number"_s);
    instance.clientCertificateFile = fields.text("clientCertificateFile"_L1);
    instance.clientKeyFile = fields.text("clientKeyFile"_L1);
    instance.headerNames = fields.texts("headers"_L1);
    instance.proxy = fields.oneOf("proxy"_L1, kProxies);
    instance.proxyUrl = QUrl(fields.text("proxyUrl"_L1), QUrl::StrictMode);
    instance.paused = fields.flag("paused"_L1);
    instance.projects = fields.texts("projects"_L1);
    instance.selector = fields.text("labels"_L1);
    if (instance.id.isEmpty())
        fields.complain("id"_L1, u"is missing"_s);
    if (!fields.fault().isEmpty())
        return badInput(fields.fault());
    if (before.hasId(instance.id))
        return badInput(u"id is already used by another instance"_s);
    return before.take(std::move(instance)).map_error([](Error error) {
        error.message.prepend(error.asked + u": "_s);
        return error;
    });
}

QJsonObject instanceToJson(const Instance &instance)
{
    QJsonObject object;
    put(object, "id"_L1, instance.id);
    put(object, "name"_L1, instance.name);
    put(object, "url"_L1, instance.baseUrl.toString(QUrl::FullyEncoded));
    put(object, "colour"_L1, instance.colour);
    put(object, "signIn"_L1, nameIn(kSignIns, instance.signIn));
    put(object, "userName"_L1, instance.userName);
    object.insert("callbackPort"_L1, instance.callbackPort);
    put(object, "authorityFile"_L1, instance.authorityFile);
    put(object, "pinnedFingerprint"_L1, QString::fromLatin1(instance.pinnedFingerprint.toHex()));
    put(object, "clientCertificateFile"_L1, instance.clientCertificateFile);
    put(object, "clientKeyFile"_L1, instance.clientKeyFile);
    put(object, "headers"_L1, instance.headerNames);
    put(object, "proxy"_L1, nameIn(kProxies, instance.proxy));
    put(object, "proxyUrl"_L1, instance.proxyUrl.toString(QUrl::FullyEncoded));
    if (instance.paused)
        object.insert("paused"_L1, true);
    put(object, "projects"_L1, instance.projects);
    put(object, "labels"_L1, instance.selector);
    return object;
}

Result<QJsonObject> settingsObject(const QByteArray &text, std::span<const InstancesMigration> migrations, int current)
{
    QJsonParseError parseError;
    const auto document = QJsonDocument::fromJson(text, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return badInput(u"it is not valid JSON at byte %1: %2"_s.arg(parseError.offset).arg(parseError.errorString()));
    auto object = document.object();
    const auto version = object.value("version"_L1).toInteger(-1);
    if (!document.isObject() || version < 1)
        return badInput(u"it has no version, so it is not a file of Lynceus"_s);
    if (version > current)
        return badInput(
            u"it has version %1, written by a newer Lynceus; this Lynceus supports version %2"_s.arg(version).arg(
                current));
    Q_ASSERT(qsizetype(migrations.size()) == current - 1);
    for (auto step = version; step < current; ++step)
        migrations[std::size_t(step - 1)](object);
    return object;
}

Result<InstancesText> instancesFromJson(const QByteArray &text, std::span<const InstancesMigration> migrations,
                                        int version)
{
    const auto object = settingsObject(text, migrations, version);
    if (!object)
        return tl::unexpected(object.error());
    const auto list = object->value("instances"_L1);
    if (!list.isArray())
        return badInput(u"it has no list \"instances\""_s);
    InstancesText result;
    qsizetype position = 0;
    InstanceChecker before({});
    for (const auto &value : list.toArray()) {
        auto instance = instanceFromJson(value, before);
        if (instance)
            result.instances.push_back(std::move(*instance));
        else
            result.faults.append(u"instances[%1]: "_s.arg(position) + instance.error().message);
        ++position;
    }
    return result;
}

QByteArray instancesToJson(const std::vector<Instance> &instances)
{
    QJsonArray list;
    for (const auto &instance : instances)
        list.append(instanceToJson(instance));
    const QJsonObject object{{u"version"_s, kInstancesVersion}, {u"instances"_s, list}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace lynceus
