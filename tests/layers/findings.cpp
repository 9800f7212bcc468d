#include "tests/layers/findings.h"

#include "tests/layers/rules.h"

#include <gtest/gtest.h>

namespace lynceus {

const std::vector<SourceFile> &product()
{
    static const auto files = readSources({"app", "core"});
    return files;
}

Findings::Findings(std::string rule)
    : m_rule(std::move(rule))
{
    for (const auto &exception : exceptions()) {
        if (exception.rule == m_rule)
            m_unused.insert(exception.path);
    }
    m_excepted = m_unused;
}

Findings::~Findings()
{
    for (const auto &path : m_unused)
        ADD_FAILURE() << "the exception of " << path << " from rule " << m_rule
                      << " is no longer needed; remove the exception";
}

void Findings::add(const std::string &path, const std::string &what)
{
    m_unused.erase(path);
    if (!m_excepted.contains(path))
        ADD_FAILURE() << path << ": " << what << " (rule " << m_rule << ")";
}

} // namespace lynceus
