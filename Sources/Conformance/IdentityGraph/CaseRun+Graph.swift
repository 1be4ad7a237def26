import JSON
import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// The name of the step in findings.
    private static let graphStep = "identity graph"
    /// The most findings of one kind in one requirement.
    private static let tellingLimit = 5

    /// Reads the identity graph after a case that changed it, and tells which views disagree.
    ///
    /// Views that disagree are read again for a while. What can't be read is left out, and a case that came to no good end
    /// is not looked at.
    mutating func checkGraph() async {
        for (credential, traces) in traces.sorted(by: { $0.key.credential.word < $1.key.credential.word })
        where traces.hasChanges && stop == nil && !tally.hasHarnessFault {
            await checkGraph(traces, as: credential)
        }
    }

    /// Reads the graph as one credential sees it, until all views agree or the time is over, but never only once: however
    /// slow the endpoint is, what disagrees is looked at again.
    private mutating func checkGraph(_ traces: GraphTraces, as credential: OwnerCredential) async {
        let start = context.clock.elapsed()
        var attempt = 1
        while !Task.isCancelled {
            let graph = await readGraph(traces, as: credential, attempt: attempt)
            let weighings = GraphComparison.weighings(graph, traces).filter { context.catalogue[$0.requirement] != nil }
            let broken = Set(weighings.filter { !$0.disagreements.isEmpty }.map(\.requirement))
            guard !broken.isEmpty else { return tell(weighings) }
            let wait = Patience.ofGraph.wait(before: attempt)
            let limit = context.patience.limit(of: Patience.ofGraph, for: broken)
            guard attempt == 1 || context.clock.elapsed() - start + wait <= limit else {
                context.patience.noteLasting(broken)
                return tell(weighings)
            }
            guard (try? await context.clock.sleep(wait)) != nil else { break }
            attempt += 1
        }
        stop = .interrupted
    }

    /// Reads the graph once.
    private mutating func readGraph(
        _ traces: GraphTraces,
        as credential: OwnerCredential,
        attempt: Int
    ) async -> IdentityGraph {
        var reader = GraphReader(traces: traces)
        while !Task.isCancelled, let call = reader.next() {
            reader.take(await answer(to: call, as: credential, attempt: attempt), to: call)
        }
        return reader.graph
    }

    /// Calls an operation for the graph; the exchange is told and, when it can be read, checked like every other.
    ///
    /// - Returns: what it says; nil when no answer came, or one that says nothing, such as that the operation is not offered.
    private mutating func answer(
        to call: GraphCall,
        as credential: OwnerCredential,
        attempt: Int
    ) async -> GraphAnswer? {
        guard let operation = context.contract[call.path],
            let request = try? context.builder.request(call.path, call.parameters, as: credential.credential),
            let delivery = try? await context.transport.deliver(request, within: context.options.timeout)
        else { return nil }
        let label = ExchangeLabel(
            ordinal: 0,
            step: operation.name,
            phase: .graph,
            attempt: attempt,
            operation: operation.path,
            credential: credential.credential.word
        )
        let question = Observation.Question(
            operation: operation,
            isMethodKnown: true,
            isReadable: true,
            mayBeGone: true
        )
        let (ordinal, observation) = take(delivery, of: request, label: label, question: question)
        return observation.flatMap { GraphAnswer($0, exchange: ordinal) }
    }

    /// Takes in what was weighed, and what disagrees: that is told once, and not of the case.
    private func tell(_ weighings: [GraphWeighing]) {
        var told: [String: [(finding: Finding, exchange: Exchange?)]] = [:]
        for weighing in weighings {
            told[weighing.requirement, default: []] += weighing.disagreements.prefix(Self.tellingLimit).map {
                let finding = Finding(
                    code: weighing.code,
                    requirements: [weighing.requirement],
                    severity: context.catalogue.severity(of: [weighing.requirement]),
                    step: Self.graphStep,
                    exchange: $0.view.exchange,
                    operation: $0.view.operation,
                    place: $0.place,
                    message: $0.message,
                    expected: $0.expected,
                    actual: raced($0.actual)
                )
                return (finding, graphExchanges[$0.view.exchange])
            }
        }
        context.responses.noteGraph(told, behind: testCase.id, telling: context)
    }
}
